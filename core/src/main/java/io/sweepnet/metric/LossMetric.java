package io.sweepnet.metric;

import io.sweepnet.loss.Loss;
import java.util.List;

/**
 * A loss as a metric, with the same bits as by the direct rule: {@link Loss#finish} of the weighted sums of its statistics.
 * Lower is better.
 */
public final class LossMetric extends SumMetric {

    private static final long serialVersionUID = 1;

    private final String name;
    private final Loss loss;

    /**
     * Creates a metric from a loss.
     *
     * @param name name of the metric
     * @param loss the loss for targets and outputs as the network has them, scaled if the target was scaled
     */
    public LossMetric(String name, Loss loss) {
        this.name = name;
        this.loss = loss;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isForClasses() {
        return loss.isForClasses();
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    protected int size(TargetSummary target) {
        return loss.statisticSize();
    }

    @Override
    protected void add(PredictedRows rows, TargetSummary target, double[] sums) {
        int count = rows.count();
        double[][] statistics = new double[sums.length][count];
        loss.statistics(rows.outputs(), rows.targets(), 0, count, statistics);
        for (int s = 0; s < sums.length; s++) {
            for (int row = 0; row < count; row++) {
                sums[s] += rows.weight(row) * statistics[s][row];
            }
        }
    }

    @Override
    protected List<MetricValue> values(double[] sums, TargetSummary target) {
        return List.of(MetricValue.ofWhole(this, loss.finish(sums, target.weight())));
    }
}
