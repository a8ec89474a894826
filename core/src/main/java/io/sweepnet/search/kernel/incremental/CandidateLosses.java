package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;
import java.util.function.Supplier;

/**
 * Losses of rows in this JVM. What the values have in common is computed once. Workers share out the shards of the rows,
 * and the sums of shards are added in the order of the shards.
 */
public final class CandidateLosses implements ValueLosses {

    private final Loss loss;
    private final Workers workers;
    private final Shards shards;
    private final double totalWeight;
    private final int statisticSize;

    /** Work space of each worker. */
    private final ShardSums[] workerSums;

    /** Sums over the rows of each shard, [shard][candidate * statistics + statistic]. */
    private final double[][] shardSums;

    /** Of one candidate, over all rows. */
    private final double[] sums;

    private final Workers.Part sumPart = this::sumShard;

    private ParameterIndex parameter;
    private double[] values;
    private int count;

    /** @param inputs gives those of each worker */
    CandidateLosses(
            Architecture architecture,
            double[] parameters,
            Dataset dataset,
            Loss loss,
            Supplier<LayerInputs> inputs,
            Workers workers) {
        this.loss = loss;
        this.workers = workers;
        this.shards = Shards.of(dataset.rows());
        this.totalWeight = dataset.totalWeight();
        this.statisticSize = loss.statisticSize();
        this.sums = new double[statisticSize];
        this.shardSums = new double[shards.count()][0];
        double[] weights = ShardSums.weights(dataset);
        this.workerSums = new ShardSums[workers.threads()];
        for (int worker = 0; worker < workerSums.length; worker++) {
            StepTile tile = new StepTile(architecture, parameters, inputs.get());
            workerSums[worker] = new ShardSums(dataset, loss, weights, tile);
        }
    }

    /**
     * Losses that keep nothing from step to step: the units that a value does not change are computed once for all values
     * of a step.
     *
     * @param parameters flat; read at every step, and not changed
     */
    public static CandidateLosses ofForwardPasses(
            Architecture architecture, double[] parameters, Dataset dataset, Loss loss, Workers workers) {
        Supplier<LayerInputs> inputs = () -> LayerInputs.passed(architecture, parameters, dataset.features());
        return new CandidateLosses(architecture, parameters, dataset, loss, inputs, workers);
    }

    @Override
    public void compute(ParameterIndex parameter, double[] values, int count) {
        this.parameter = parameter;
        this.values = values;
        this.count = count;
        if (shardSums[0].length < count * statisticSize) {
            for (int shard = 0; shard < shardSums.length; shard++) {
                shardSums[shard] = new double[values.length * statisticSize];
            }
        }
        workers.run(shards.count(), sumPart);
    }

    private void sumShard(int shard, int worker) {
        workerSums[worker].sum(parameter, values, count, shards.from(shard), shards.to(shard), shardSums[shard]);
    }

    @Override
    public double loss(int candidate) {
        for (int s = 0; s < statisticSize; s++) {
            double sum = 0;
            for (double[] ofShard : shardSums) {
                sum += ofShard[candidate * statisticSize + s];
            }
            sums[s] = sum;
        }
        return loss.finish(sums, totalWeight);
    }
}
