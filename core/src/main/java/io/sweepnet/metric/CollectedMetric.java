package io.sweepnet.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * A metric that needs some numbers of every row, as a median or a rank does: they are collected in one process, in row
 * order. With the weights these are at most {@value #MOST_NUMBERS} numbers, 128 MiB, and a few times as much while the
 * values are computed. If there are more rows, the metric is undefined, with a reason: values are never approximated.
 * For example the largest absolute error:
 *
 * <pre>{@code
 * final class LargestError extends CollectedMetric {
 *     public String name() { return "largest_error"; }
 *     public boolean isForClasses() { return false; }
 *     public boolean higherIsBetter() { return false; }
 *     protected int size(TargetSummary target) { return 1; }
 *     protected void read(PredictedRows rows, int row, TargetSummary target, double[] numbers) {
 *         numbers[0] = Math.abs(rows.prediction(row) - rows.target(row));
 *     }
 *     protected List<MetricValue> values(double[][] numbers, double[] weights, TargetSummary target) {
 *         double largest = Arrays.stream(numbers[0]).max().orElseThrow();
 *         return List.of(new MetricValue(name(), null, largest, Optional.empty()));
 *     }
 * }
 * }</pre>
 */
public abstract class CollectedMetric implements Metric {

    private static final long serialVersionUID = 1;

    /** The largest number of numbers that are collected. */
    static final long MOST_NUMBERS = 1L << 24;

    /** Returns the number of numbers that are collected of each row, without the weight. */
    protected abstract int size(TargetSummary target);

    /**
     * Computes the numbers of a row.
     *
     * @param numbers receives them, [0 .. size-1]
     */
    protected abstract void read(PredictedRows rows, int row, TargetSummary target, double[] numbers);

    /**
     * Returns the values of the metric: first as a whole, then of each class if it has such values.
     *
     * @param numbers [0 .. size-1][row]
     * @param weights [row], above 0
     */
    protected abstract List<MetricValue> values(double[][] numbers, double[] weights, TargetSummary target);

    /** Returns the largest number of rows whose numbers are collected. */
    private long mostRows(TargetSummary target) {
        return MOST_NUMBERS / (size(target) + 1);
    }

    @Override
    public final MetricAccumulator accumulator(TargetSummary target) {
        return new Collected(this, target);
    }

    private static final class Collected implements MetricAccumulator {

        private static final long serialVersionUID = 1;

        private final CollectedMetric metric;
        private final TargetSummary target;
        private final boolean collects;

        /** Consecutive groups of rows, [number][row] each; the last number is the weight. */
        private final ArrayList<double[][]> tiles = new ArrayList<>();

        Collected(CollectedMetric metric, TargetSummary target) {
            this.metric = metric;
            this.target = target;
            this.collects = target.rows() <= metric.mostRows(target);
        }

        @Override
        public void add(PredictedRows rows) {
            if (!collects) {
                return;
            }
            int size = metric.size(target);
            double[] numbers = new double[size];
            double[][] tile = new double[size + 1][rows.count()];
            for (int row = 0; row < rows.count(); row++) {
                metric.read(rows, row, target, numbers);
                for (int i = 0; i < size; i++) {
                    tile[i][row] = numbers[i];
                }
                tile[size][row] = rows.weight(row);
            }
            tiles.add(tile);
        }

        @Override
        public void merge(MetricAccumulator next) {
            tiles.addAll(((Collected) next).tiles);
        }

        @Override
        public List<MetricValue> values() {
            if (!collects) {
                return List.of(MetricValue.undefined(
                        metric,
                        "it needs numbers of every row, which are collected of at most " + metric.mostRows(target)
                                + " rows, and there are " + target.rows()));
            }
            int size = metric.size(target);
            double[][] numbers = new double[size][];
            for (int i = 0; i < size; i++) {
                numbers[i] = column(i);
            }
            return metric.values(numbers, column(size), target);
        }

        private double[] column(int number) {
            double[] column = new double[Math.toIntExact(target.rows())];
            int row = 0;
            for (double[][] tile : tiles) {
                System.arraycopy(tile[number], 0, column, row, tile[number].length);
                row += tile[number].length;
            }
            return column;
        }
    }
}
