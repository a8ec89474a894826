package io.sweepnet.metric;

import io.sweepnet.random.Ordering;
import java.util.List;

/**
 * The median absolute error, median(|prediction - target|), in the target's own units; at least 0. A few predictions that
 * are far off do not change it, however far they are.
 *
 * <p>The median is weighted: the error below which and above which lies at most half of the weight. Where two neighbouring
 * errors are such, because each side has exactly half, it is their mean. With equal weights this is the usual median, and
 * with whole-number weights that of a table in which each row is repeated as often as its weight says. It is NaN if an error
 * is. Its errors are collected: for more than 8,388,608 rows it has no value, see
 * {@link CollectedMetric}.
 *
 * <p>Source: the definition is that of {@code median_absolute_error} in scikit-learn 1.9, with weights and without.
 */
public final class MedianAbsoluteError extends CollectedMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "median_absolute_error";
    }

    @Override
    public String title() {
        return "median absolute error";
    }

    @Override
    public boolean isForClasses() {
        return false;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    protected int size(TargetSummary target) {
        return 1;
    }

    @Override
    protected void read(PredictedRows rows, int row, TargetSummary target, double[] numbers) {
        numbers[0] = Math.abs(rows.prediction(row) - rows.target(row));
    }

    @Override
    protected List<MetricValue> values(double[][] numbers, double[] weights, TargetSummary target) {
        return List.of(MetricValue.ofWhole(this, median(numbers[0], weights)));
    }

    /**
     * Returns the weighted median; NaN without rows. Weights are added up from both ends towards the middle, which makes the
     * halves of equal weights equal to the last bit, whatever the weights.
     *
     * @param errors [row]
     * @param weights [row], above 0
     */
    private static double median(double[] errors, double[] weights) {
        int[] order = Ordering.ascending(errors.length, (a, b) -> Double.compare(errors[a], errors[b]));
        int low = 0;
        int high = order.length - 1;
        // NaN is the last in the order.
        if (high < 0 || Double.isNaN(errors[order[high]])) {
            return Double.NaN;
        }
        double lowWeight = weights[order[low]];
        double highWeight = weights[order[high]];
        while (low < high) {
            int heavier = Double.compare(lowWeight, highWeight);
            if (heavier == 0 && low + 1 == high) {
                return errors[order[low]] / 2 + errors[order[high]] / 2;
            }
            if (heavier <= 0) {
                lowWeight += weights[order[++low]];
            }
            if (heavier >= 0) {
                highWeight += weights[order[--high]];
            }
        }
        return errors[order[low]];
    }
}
