package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;

/**
 * Computes what changes. The activations of all hidden units are kept; a candidate changes one unit, and through it those
 * of later layers. What a step's candidates have in common, the sums up to the changed input, is computed once for all of
 * them. The order of every sum is that of the direct rule, so every loss has its bits, whatever activation and loss.
 *
 * <p>Several threads share out the shards of the rows. The sums of shards are added in the order of the shards, so that
 * the threads do not change a bit either.
 */
public final class IncrementalEvaluator implements CandidateEvaluator {

    /** Candidates whose sums are kept at once, so that a grid of millions does not fill the memory. */
    private static final int BLOCK = 1024;

    private final Architecture architecture;
    private final double[] parameters;
    private final KeptActivations activations;
    private final Shards shards;
    private final Workers workers;
    private final CandidateLosses losses;
    private final EachCandidate each;

    /** Of each worker, for a unit's activations in a tile, [worker][row]. */
    private final double[][] workerColumns;

    private final Workers.Part acceptPart = this::acceptShard;

    /** The parameter that moves. */
    private ParameterIndex moving;

    /** An evaluator at the given parameters that works in the calling thread. */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this(initial, dataset, loss, 1);
    }

    /**
     * An evaluator at the given parameters.
     *
     * @param threads number of threads, the calling one among them, at least 1; more than {@link Shards} has shards for
     *     the table are not started
     */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, dataset, loss);
        this.parameters = initial.toArray();
        this.shards = Shards.of(dataset.rows());
        this.activations = new KeptActivations(architecture, parameters, dataset.features());
        int used = Math.min(Workers.check(threads), shards.count());
        this.workerColumns = new double[used][ForwardPass.TILE_ROWS];
        this.workers = new Workers(used);
        try {
            this.losses = new CandidateLosses(architecture, parameters, dataset, loss, activations::inputs, workers);
        } catch (Throwable e) {
            // What fails must not leave threads behind.
            workers.close();
            throw e;
        }
        this.each = new EachCandidate(losses, BLOCK);
    }

    @Override
    public Choice best(Step step) {
        return each.best(step, parameters[architecture.flatIndex(step.parameter())]);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        if (activations.depend(parameter)) {
            moving = parameter;
            workers.run(shards.count(), acceptPart);
        }
    }

    private void acceptShard(int shard, int worker) {
        activations.follow(moving, shards.from(shard), shards.to(shard), workerColumns[worker]);
    }

    @Override
    public double loss() {
        return losses.current(architecture, parameters);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        workers.close();
    }
}
