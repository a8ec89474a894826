package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/** The loss and the gradient of a table in memory, summed shard by shard. */
final class TableGradient implements DifferentiableLoss {

    private final Loss loss;
    private final DirectLoss direct;
    private final double totalWeight;
    private final ShardGradient[] shards;
    private final double[] ofShard;
    private final double[] sums;
    private final double[] statistics;

    TableGradient(Architecture architecture, Dataset dataset, Loss loss) {
        this.loss = loss;
        this.direct = new DirectLoss(architecture, dataset, loss);
        this.totalWeight = dataset.totalWeight();
        Shards cut = Shards.of(dataset.rows());
        this.shards = new ShardGradient[cut.count()];
        Arrays.setAll(shards, k -> new ShardGradient(architecture, dataset, loss, cut.from(k), cut.to(k)));
        this.ofShard = new double[ShardGradient.size(architecture, loss)];
        this.sums = new double[ofShard.length];
        this.statistics = new double[loss.statisticSize()];
    }

    @Override
    public double loss(double[] parameters) {
        return direct.of(parameters);
    }

    @Override
    public double lossAndGradient(double[] parameters, double[] gradient) {
        Arrays.fill(sums, 0);
        for (ShardGradient shard : shards) {
            shard.sums(parameters, totalWeight, ofShard);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += ofShard[i];
            }
        }
        System.arraycopy(sums, 0, statistics, 0, statistics.length);
        System.arraycopy(sums, statistics.length, gradient, 0, gradient.length);
        return loss.finish(statistics, totalWeight);
    }
}
