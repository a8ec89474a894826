package io.sweepnet.metric;

import java.util.List;

/** A metric that is made of sums over rows. Sums are made in row order in a shard, and over shards in shard order. */
public abstract class SumMetric implements Metric {

    private static final long serialVersionUID = 1;

    /** How many sums it needs. */
    protected abstract int size(TargetSummary target);

    /**
     * Adds some rows, each times its weight.
     *
     * @param target the target in all rows of the table, not in these alone
     * @param sums are added to, [0 .. size-1]
     */
    protected abstract void add(PredictedRows rows, TargetSummary target, double[] sums);

    /**
     * The values that follow from the sums over all rows: first as a whole, then of each class where there are such.
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
