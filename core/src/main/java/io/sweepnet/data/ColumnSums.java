package io.sweepnet.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Sum, smallest and largest value of each column of a shard, or of all shards. When shards are added in shard order, the
 * sums have the same bits however the shards are distributed. Mutable.
 */
public final class ColumnSums implements Serializable {

    private static final long serialVersionUID = 1;

    private int rows;
    private final double[] sums;
    private final double[] least;
    private final double[] greatest;

    private ColumnSums(int columns) {
        sums = new double[columns];
        least = new double[columns];
        greatest = new double[columns];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
    }

    /**
     * Returns the sums of one shard, taken in row order.
     *
     * @param columns [column][row]
     * @param from first row of the shard
     * @param to the row after the last one of the shard
     */
    public static ColumnSums of(double[][] columns, int from, int to) {
        ColumnSums shard = new ColumnSums(columns.length);
        shard.rows = to - from;
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            double sum = 0;
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int row = from; row < to; row++) {
                sum += column[row];
                min = Math.min(min, column[row]);
                max = Math.max(max, column[row]);
            }
            shard.sums[i] = sum;
            shard.least[i] = min;
            shard.greatest[i] = max;
        }
        return shard;
    }

    /** Adds the sums of the next shard. */
    public void add(ColumnSums next) {
        rows += next.rows;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += next.sums[i];
            least[i] = Math.min(least[i], next.least[i]);
            greatest[i] = Math.max(greatest[i], next.greatest[i]);
        }
    }

    /** Returns the arithmetic means, [column]. */
    public double[] means() {
        return Arrays.stream(sums).map(sum -> sum / rows).toArray();
    }

    /**
     * Returns the sums of squared differences of one shard's values from given means, taken in row order, [column].
     *
     * @param columns [column][row]
     * @param from first row of the shard
     * @param to the row after the last one of the shard
     * @param means the means of the whole table, [column]
     */
    public static double[] squares(double[][] columns, int from, int to, double[] means) {
        double[] squares = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            double[] column = columns[i];
            double mean = means[i];
            double sum = 0;
            for (int row = from; row < to; row++) {
                sum += (column[row] - mean) * (column[row] - mean);
            }
            squares[i] = sum;
        }
        return squares;
    }

    /**
     * Returns the statistics of a column.
     *
     * @param squares the column's sum of squared differences from its mean, over all shards
     */
    public ColumnStatistics statistics(int column, double squares) {
        return new ColumnStatistics(
                sums[column] / rows, squares, Math.sqrt(squares / rows), least[column], greatest[column]);
    }
}
