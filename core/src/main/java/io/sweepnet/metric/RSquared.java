package io.sweepnet.metric;

import java.util.List;

/**
 * The coefficient of determination, 1 - sum((prediction - target)²) / sum((target - mean of the targets)²); at most 1, and 0
 * for a constant prediction of that mean. It is not defined if the target is constant.
 */
public final class RSquared extends SumMetric {

    private static final long serialVersionUID = 1;

    private static final int SQUARED = 0;
    private static final int VARIATION = 1;

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public String title() {
        return "R²";
    }

    @Override
    public boolean isForClasses() {
        return false;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected int size(TargetSummary target) {
        return 2;
    }

    @Override
    protected void add(PredictedRows rows, TargetSummary target, double[] sums) {
        double mean = target.mean();
        for (int row = 0; row < rows.count(); row++) {
            double residual = rows.prediction(row) - rows.target(row);
            double distance = rows.target(row) - mean;
            sums[SQUARED] += rows.weight(row) * residual * residual;
            sums[VARIATION] += rows.weight(row) * distance * distance;
        }
    }

    /**
     * Also checks whether the target is constant: the mean of equal targets may be rounded, which gives a small variation.
     */
    @Override
    protected List<MetricValue> values(double[] sums, TargetSummary target) {
        boolean isVaried = !target.isConstant() && sums[VARIATION] > 0;
        return List.of(MetricValue.ofWhole(this, isVaried ? 1 - sums[SQUARED] / sums[VARIATION] : null));
    }
}
