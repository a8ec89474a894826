package io.sweepnet.spark.execution;

import io.sweepnet.network.Architecture;
import org.apache.spark.SparkConf;

/**
 * What a search may keep of its rows in an executor's heap, beside the memory that Spark manages.
 *
 * @param fraction part of the heap, above 0, up to 1
 */
public record RowMemory(double fraction) {

    /** The setting of Spark that {@link #of} reads. */
    public static final String KEY = "spark.sweepnet.rows.memoryFraction";

    /** Numbers that a kernel keeps for a row besides the values of all units. */
    private static final int KERNEL_COLUMNS = 8;

    private static final String DEFAULT = "0.3";

    /**
     * What Spark was told, or else the default.
     *
     * @throws IllegalArgumentException where that is no such fraction; names the setting, its value and what is allowed
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

    /** What a kernel keeps of so many rows beside the rows, in bytes. */
    public static double keptBytes(Architecture architecture, int rows) {
        double columns = KERNEL_COLUMNS;
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            columns += architecture.units(layer);
        }
        return Double.BYTES * columns * rows;
    }

    /** The part of this JVM's heap that each of so many tasks may have, in bytes. */
    double bytesOfTask(int tasks) {
        return fraction * Runtime.getRuntime().maxMemory() / tasks;
    }
}
