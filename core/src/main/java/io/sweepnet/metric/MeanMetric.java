package io.sweepnet.metric;

import java.util.List;

/**
 * A metric that is the weighted mean of one number per row, or a function of that mean. For example the mean size of the
 * residual as a share of the target:
 *
 * <pre>{@code
 * final class MeanRelativeError extends MeanMetric {
 *     public String name() { return "mean_relative_error"; }
 *     public boolean isForClasses() { return false; }
 *     public boolean higherIsBetter() { return false; }
 *     protected double weighted(PredictedRows rows, int row) {
 *         double residual = rows.prediction(row) - rows.target(row);
 *         return rows.weight(row) * Math.abs(residual / rows.target(row));
 *     }
 * }
 * }</pre>
 */
public abstract class MeanMetric extends SumMetric {

    private static final long serialVersionUID = 1;

    /** Returns a row's number times the row's weight. */
    protected abstract double weighted(PredictedRows rows, int row);

    /** Returns the metric, given the weighted mean of the rows' numbers; by default the mean itself. */
    protected double ofMean(double mean) {
        return mean;
    }

    /** Returns the sum of the numbers of some rows, each times its weight, taken in row order. */
    public final double sum(PredictedRows rows) {
        return addTo(0, rows);
    }

    /**
     * Returns the metric of rows, given sums over them.
     *
     * @param sum sum of their numbers, each times its weight
     * @param weight sum of the weights, above 0
     */
    public final double value(double sum, double weight) {
        return ofMean(sum / weight);
    }

    private double addTo(double sum, PredictedRows rows) {
        double added = sum;
        for (int row = 0; row < rows.count(); row++) {
            added += weighted(rows, row);
        }
        return added;
    }

    @Override
    protected final int size(TargetSummary target) {
        return 1;
    }

    @Override
    protected final void add(PredictedRows rows, TargetSummary target, double[] sums) {
        sums[0] = addTo(sums[0], rows);
    }

    @Override
    protected final List<MetricValue> values(double[] sums, TargetSummary target) {
        return List.of(MetricValue.ofWhole(this, value(sums[0], target.weight())));
    }
}
