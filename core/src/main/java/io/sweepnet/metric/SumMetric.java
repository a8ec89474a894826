package io.sweepnet.metric;

import java.util.List;

/**
 * A metric that is a function of sums over rows, which are taken in row order in a shard and over shards in shard order. For
 * example the weighted mean of the residuals, the bias:
 *
 * <pre>{@code
 * final class MeanResidual extends SumMetric {
 *     public String name() { return "mean_residual"; }
 *     public boolean isForClasses() { return false; }
 *     public boolean higherIsBetter() { return false; }
 *     protected int size(TargetSummary target) { return 1; }
 *     protected void add(PredictedRows rows, TargetSummary target, double[] sums) {
 *         for (int row = 0; row < rows.count(); row++) {
 *             sums[0] += rows.weight(row) * (rows.prediction(row) - rows.target(row));
 *         }
 *     }
 *     protected List<MetricValue> values(double[] sums, TargetSummary target) {
 *         return List.of(new MetricValue(name(), null, sums[0] / target.weight(), Optional.empty()));
 *     }
 * }
 * }</pre>
 */
public abstract class SumMetric implements Metric {

    private static final long serialVersionUID = 1;

    /** Returns the number of sums. */
    protected abstract int size(TargetSummary target);

    /**
     * Adds the numbers of some rows, each times its weight.
     *
     * @param target the summary of the target in all rows of the table, not in these only
     * @param sums the sums to add to, [0 .. size-1]
     */
    protected abstract void add(PredictedRows rows, TargetSummary target, double[] sums);

    /**
     * Returns the values of the metric: first as a whole, then of each class if it has such values.
     *
     * @param sums [0 .. size-1]
     */
    protected abstract List<MetricValue> values(double[] sums, TargetSummary target);

    @Override
    public final MetricAccumulator accumulator(TargetSummary target) {
        return new Sums(this, target);
    }

    private static final class Sums implements MetricAccumulator {

        private static final long serialVersionUID = 1;

        private final SumMetric metric;
        private final TargetSummary target;
        private final double[] sums;

        Sums(SumMetric metric, TargetSummary target) {
            this.metric = metric;
            this.target = target;
            this.sums = new double[metric.size(target)];
        }

        @Override
        public void add(PredictedRows rows) {
            metric.add(rows, target, sums);
        }

        @Override
        public void merge(MetricAccumulator next) {
            double[] others = ((Sums) next).sums;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += others[i];
            }
        }

        @Override
        public List<MetricValue> values() {
            return metric.values(sums.clone(), target);
        }
    }
}
