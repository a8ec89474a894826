package io.sweepnet.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The statistics of a column from which scalings are fitted. Sums are taken in a shard in row order and over {@link Shards}
 * in shard order.
 *
 * @param mean arithmetic mean
 * @param squares sum of the squared differences from the mean
 * @param deviation population deviation, sqrt(squares / rows)
 * @param min smallest value
 * @param max largest value
 */
public record ColumnStatistics(double mean, double squares, double deviation, double min, double max) {

    /** A column whose range is at most this share of its largest magnitude varies by rounding only. */
    private static final double ROUNDING = 1e-12;

    /** Returns whether the column is constant except for rounding. */
    boolean isConstant() {
        return max - min <= ROUNDING * Math.max(Math.abs(max), Math.abs(min));
    }

    /**
     * Returns the statistics of columns whose rows are in canonical order.
     *
     * @param columns [column][row]
     */
    static List<ColumnStatistics> of(double[][] columns) {
        Shards shards = Shards.of(columns[0].length);
        ColumnSums sums = ColumnSums.of(columns, shards.from(0), shards.to(0));
        for (int shard = 1; shard < shards.count(); shard++) {
            sums.add(ColumnSums.of(columns, shards.from(shard), shards.to(shard)));
        }
        double[] means = sums.means();
        List<double[]> squares = new ArrayList<>();
        for (int shard = 0; shard < shards.count(); shard++) {
            squares.add(ColumnSums.squares(columns, shards.from(shard), shards.to(shard), means));
        }
        return of(sums, squares);
    }

    /**
     * Returns the statistics of columns from sums of their shards, for tables whose rows are distributed.
     *
     * @param sums the sums of all shards
     * @param squares for each shard in order its {@link ColumnSums#squares}, [column]
     */
    public static List<ColumnStatistics> of(ColumnSums sums, List<double[]> squares) {
        List<ColumnStatistics> statistics = new ArrayList<>();
        for (int column = 0; column < squares.get(0).length; column++) {
            double total = 0;
            for (double[] ofShard : squares) {
                total += ofShard[column];
            }
            statistics.add(sums.statistics(column, total));
        }
        return statistics;
    }
}
