package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.parallel.Workers;

/**
 * Losses of a table in this JVM. Terms that all values of a step have in common are computed once. The shards of the rows are
 * distributed over worker threads, and the sums of shards are added in the order of the shards.
 */
public final class CandidateLosses implements ValueLosses {

    private final Loss loss;
    private final Workers workers;
    private final Shards shards;
    private final double totalWeight;
    private final int statisticSize;

    /** The kept activations; null if activations are computed for each step. */
    private final KeptActivations kept;

    /** Work space for a tile, [worker][row of the tile]; null without kept activations. */
    private final double[][] workerColumns;

    /** Work space of each worker. */
    private final ShardSums[] workerSums;

    /** Sums over the rows of each shard, [shard][value * statistics + statistic]. */
    private final double[][] shardSums;

    /** Sums of one value over all rows, [statistic]. */
    private final double[] sums;

    private final Workers.Part sumPart = this::sumShard;
    private final Workers.Part updatePart = this::updateShard;

    /** The parameter that is tried or has moved, for the workers. */
    private ParameterIndex parameter;

    private double[] values;
    private int count;

    /** @param kept the kept activations; null if activations are computed for each step */
    private CandidateLosses(
            Architecture architecture,
            double[] parameters,
            Dataset dataset,
            Loss loss,
            KeptActivations kept,
            Workers workers) {
        this.loss = loss;
        this.kept = kept;
        this.workers = workers;
        this.shards = Shards.of(dataset.rows());
        this.totalWeight = dataset.totalWeight();
        this.statisticSize = loss.statisticSize();
        this.sums = new double[statisticSize];
        this.shardSums = new double[shards.count()][0];
        double[] weights = ShardSums.weights(dataset);
        this.workerSums = new ShardSums[workers.threads()];
        for (int worker = 0; worker < workerSums.length; worker++) {
            LayerInputs inputs =
                    kept != null ? kept.inputs() : LayerInputs.passed(architecture, parameters, dataset.features());
            StepTile tile = new StepTile(architecture, parameters, inputs);
            workerSums[worker] = new ShardSums(dataset, loss, weights, tile);
        }
        this.workerColumns = kept == null ? null : new double[workers.threads()][ForwardPass.TILE_ROWS];
    }

    /**
     * Returns losses that keep no activations from step to step: the units that a value does not change are computed once for
     * all values of a step.
     *
     * @param parameters flat parameters; read at every step, not changed
     */
    public static CandidateLosses ofForwardPasses(
            Architecture architecture, double[] parameters, Dataset dataset, Loss loss, Workers workers) {
        return new CandidateLosses(architecture, parameters, dataset, loss, null, workers);
    }

    /**
     * Returns losses that keep the activations of all hidden units; {@link #follow} must be called after every move.
     *
     * @param parameters flat parameters; read at every step and move, not changed
     */
    static CandidateLosses ofActivations(
            Architecture architecture, double[] parameters, Dataset dataset, Loss loss, Workers workers) {
        KeptActivations kept = new KeptActivations(architecture, parameters, dataset.features());
        return new CandidateLosses(architecture, parameters, dataset, loss, kept, workers);
    }

    /** Updates the kept activations after a parameter has moved. */
    void follow(ParameterIndex moved) {
        if (kept.depend(moved)) {
            this.parameter = moved;
            workers.run(shards.count(), updatePart);
        }
    }

    private void updateShard(int shard, int worker) {
        kept.follow(parameter, shards.from(shard), shards.to(shard), workerColumns[worker]);
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
