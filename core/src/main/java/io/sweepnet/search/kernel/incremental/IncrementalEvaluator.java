package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.parallel.Workers;
import io.sweepnet.search.BestChoice;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.remote.RemoteRows;

/**
 * Computes what changes. The activations of all hidden units are kept; a candidate changes one unit, and through it those
 * of later layers. What a step's candidates have in common, the sums up to the changed input, is computed once for all of
 * them. The order of every sum is that of the direct rule, so every loss has its bits, whatever activation and loss.
 *
 * <p>Over a table in this JVM several threads share out the shards of the rows. The sums of shards are added in the order of
 * the shards, so that the threads do not change a bit either. Over remote rows {@link IncrementalShards} keep the activations
 * and answer with the sums of each shard, and these are added in the same order.
 */
public final class IncrementalEvaluator implements CandidateEvaluator {

    /** Candidates whose sums are kept at once, so that a grid of millions does not fill the memory. */
    private static final int BLOCK = 1024;

    /** Candidates of a question to remote rows: its answer has numbers for each, and for each shard of the table. */
    private static final int REMOTE_BLOCK = 256;

    /** Keeps what is computed from the parameters up to date. */
    @FunctionalInterface
    private interface Follower {
        void moved(ParameterIndex parameter, double value);
    }

    private final Architecture architecture;
    private final double[] parameters;
    private final ValueLosses losses;
    private final int block;
    private final Follower follower;
    private final Runnable release;

    /** A block of candidates. */
    private double[] values = {};

    /** An evaluator at the given parameters that works in the calling thread. */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this(initial, dataset, loss, 1);
    }

    /**
     * An evaluator at the given parameters, over a table in this JVM.
     *
     * @param threads number of threads, the calling one among them, at least 1; more than {@link Shards} has shards for
     *     the table are not started
     * @throws IllegalArgumentException where network, table and loss do not fit
     */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss, int threads) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, dataset, loss);
        this.parameters = initial.toArray();
        this.block = BLOCK;
        Workers workers = new Workers(
                Math.min(Workers.check(threads), Shards.of(dataset.rows()).count()));
        CandidateLosses kept;
        try {
            kept = CandidateLosses.ofActivations(architecture, parameters, dataset, loss, workers);
        } catch (Throwable e) {
            // What fails must not leave threads behind.
            workers.close();
            throw e;
        }
        this.losses = kept;
        this.follower = (parameter, value) -> kept.follow(parameter);
        this.release = workers::close;
    }

    /**
     * An evaluator at the given parameters, over remote rows.
     *
     * @param facts all that it knows of their table
     * @param rows {@link IncrementalShards}, which are told of every move; closing leaves them to whoever holds them
     * @throws IllegalArgumentException where network and table do not fit
     */
    public IncrementalEvaluator(Parameters initial, TableFacts facts, Loss loss, RemoteRows rows) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, facts);
        this.parameters = initial.toArray();
        this.block = REMOTE_BLOCK;
        this.losses = new SummedLosses(rows, facts, loss);
        this.follower = rows::moved;
        this.release = () -> {};
    }

    @Override
    public Choice best(Step step) {
        step.checkNumbered("incremental");
        double current = parameters[architecture.flatIndex(step.parameter())];
        long total = (long) step.candidates().count() + (step.withCurrent() ? 1 : 0);
        BestChoice best = new BestChoice(step);
        if (values.length < Math.min(block, total)) {
            values = new double[(int) Math.min(block, total)];
        }
        for (long start = 0; start < total; start += block) {
            int count = (int) Math.min(block, total - start);
            for (int i = 0; i < count; i++) {
                int index = index(step, start + i);
                values[i] = index == Choice.STAY ? current : step.candidates().value(index);
            }
            losses.compute(step.parameter(), values, count);
            for (int i = 0; i < count; i++) {
                best.offer(index(step, start + i), values[i], losses.loss(i));
            }
        }
        return best.choice();
    }

    /** The index of what a step tries at some position: the current value first, where it takes part. */
    private static int index(Step step, long position) {
        long before = step.withCurrent() ? 1 : 0;
        return position < before ? Choice.STAY : (int) (step.candidates().from() + position - before);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        follower.moved(parameter, value);
    }

    @Override
    public double loss() {
        return losses.current(architecture, parameters);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        release.run();
    }
}
