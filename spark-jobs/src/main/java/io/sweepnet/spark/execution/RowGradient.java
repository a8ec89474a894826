package io.sweepnet.spark.execution;

import io.sweepnet.gradient.DifferentiableLoss;
import io.sweepnet.gradient.ShardGradient;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.util.function.ToDoubleFunction;

/** Loss and gradient over rows that stay on executors: a Spark job computes each shard's part, and the driver adds them. */
final class RowGradient implements DifferentiableLoss {

    private final TableShards training;
    private final Architecture architecture;
    private final Loss loss;
    private final double totalWeight;
    private final ToDoubleFunction<double[]> direct;

    /** @param direct computes the loss by the direct rule */
    RowGradient(
            TableShards training,
            Architecture architecture,
            Loss loss,
            double totalWeight,
            ToDoubleFunction<double[]> direct) {
        this.training = training;
        this.architecture = architecture;
        this.loss = loss;
        this.totalWeight = totalWeight;
        this.direct = direct;
    }

    @Override
    public double loss(double[] parameters) {
        return direct.applyAsDouble(parameters);
    }

    @Override
    public double lossAndGradient(double[] parameters, double[] gradient) {
        Architecture of = architecture;
        Loss minimised = loss;
        double weight = totalWeight;
        double[] flat = parameters.clone();
        double[] sums = ShardJob.sum(training, (shard, rows) -> {
            double[] part = new double[ShardGradient.size(of, minimised)];
            new ShardGradient(of, rows, minimised, 0, rows.rows()).sums(flat, weight, part);
            return part;
        });
        int statistics = loss.statisticSize();
        System.arraycopy(sums, statistics, gradient, 0, gradient.length);
        double[] ofLoss = new double[statistics];
        System.arraycopy(sums, 0, ofLoss, 0, statistics);
        return loss.finish(ofLoss, totalWeight);
    }
}
