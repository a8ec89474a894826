package io.sweepnet.spark.execution.memory;

import io.sweepnet.network.Architecture;
import org.apache.spark.SparkConf;

/**
 * The memory that a search may use for its rows in an executor's heap, in addition to the memory that Spark manages.
 *
 * @param fraction fraction of the heap, in (0, 1]
 */
public record RowMemory(double fraction) {

    /** The Spark setting that {@link #of} reads. */
    public static final String KEY = "spark.sweepnet.rows.memoryFraction";

    /** The number of values that a kernel keeps per row in addition to the values of all units. */
    private static final int KERNEL_COLUMNS = 8;

    private static final String DEFAULT = "0.3";

    /**
     * Reads the fraction from a Spark configuration; the default is 0.3.
     *
     * @throws IllegalArgumentException if the value is not such a fraction; the message names the setting, its value and what
     *     is allowed
     */
    public static RowMemory of(SparkConf conf) {
        String text = conf.get(KEY, DEFAULT);
        NumberFormatException notReadable = null;
        try {
            double fraction = Double.parseDouble(text);
            if (fraction > 0 && fraction <= 1) {
                return new RowMemory(fraction);
            }
        } catch (NumberFormatException e) {
            notReadable = e;
        }
        throw new IllegalArgumentException(
                KEY + " = " + text + ": allowed is a number above 0, up to 1, for example " + DEFAULT, notReadable);
    }

    /** Returns the bytes that a kernel keeps for the given number of rows, in addition to the rows themselves. */
    public static double keptBytes(Architecture architecture, int rows) {
        double columns = KERNEL_COLUMNS;
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            columns += architecture.units(layer);
        }
        return Double.BYTES * columns * rows;
    }

    /** Returns the bytes of this JVM's heap that each of the given number of tasks may use. */
    public double bytesOfTask(int tasks) {
        return fraction * Runtime.getRuntime().maxMemory() / tasks;
    }
}
