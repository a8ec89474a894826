package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.Loss;
import java.io.Serializable;
import java.util.List;

/**
 * Root mean squared error, mean absolute error and the coefficient of determination, the last undefined where the target
 * does not vary; all in the target's own units.
 *
 * @param scaling how the target was scaled
 */
record RegressionMetrics(TargetScaling scaling) implements Metrics {

    private static final int SQUARED = 0;
    private static final int ABSOLUTE = 1;
    private static final int TARGET = 2;
    private static final int SIZE = 3;

    @Override
    public List<Loss> losses() {
        return List.of();
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public void add(Dataset rows, double[][] outputs, int from, int count, double[] sums) {
        double[] targets = rows.targets()[0];
        for (int i = 0; i < count; i++) {
            double target = scaling.restore(targets[from + i]);
            double residual = scaling.restore(outputs[0][i]) - target;
            double weight = rows.weight(from + i);
            sums[SQUARED] += weight * residual * residual;
            sums[ABSOLUTE] += weight * Math.abs(residual);
            sums[TARGET] += weight * target;
        }
    }

    @Override
    public List<Metric> of(PartSums sums, PartRows part) {
        double weight = sums.weight();
        double squared = sums.metric(SQUARED);
        Spread spread = part.ofShards(new Around(scaling, sums.metric(TARGET) / weight)).stream()
                .reduce(Spread::plus)
                .orElseThrow();
        return List.of(
                new Metric("rmse", null, Math.sqrt(squared / weight)),
                new Metric("mae", null, sums.metric(ABSOLUTE) / weight),
                new Metric("r2", null, spread.isVaried() ? 1 - squared / spread.variation() : null));
    }

    /** How far targets lie apart: the weighted squares of their distances from a mean, summed, and the outermost. */
    private record Spread(double variation, double lowest, double highest) implements Serializable {

        Spread plus(Spread next) {
            return new Spread(
                    variation + next.variation, Math.min(lowest, next.lowest), Math.max(highest, next.highest));
        }

        /** Not by rounding of the mean alone. */
        boolean isVaried() {
            return lowest < highest && variation > 0;
        }
    }

    private record Around(TargetScaling scaling, double mean) implements ShardFunction<Spread> {

        @Override
        public Spread of(Dataset rows, int from, int to) {
            double[] targets = rows.targets()[0];
            double variation = 0;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int row = from; row < to; row++) {
                double target = scaling.restore(targets[row]);
                variation += rows.weight(row) * (target - mean) * (target - mean);
                lowest = Math.min(lowest, target);
                highest = Math.max(highest, target);
            }
            return new Spread(variation, lowest, highest);
        }
    }
}
