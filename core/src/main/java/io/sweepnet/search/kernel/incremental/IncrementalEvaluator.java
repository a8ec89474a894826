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
 * Computes only the units that a candidate changes. The activations of all hidden units are kept; a candidate changes one unit
 * and, through it, those of later layers. The terms that the candidates of a step have in common, the sums up to the changed
 * input, are computed once for all of them. The order of every sum is that of the direct rule, so every loss has the same
 * bits, for any activation and loss.
 *
 * <p>Over a table in this JVM the shards of the rows are distributed over threads. The sums of shards are added in the order of
 * the shards, so the number of threads does not change the bits. Over remote rows {@link IncrementalShards} keep the
 * activations and answer with the sums of each shard, which are added in the same order.
 */
public final class IncrementalEvaluator implements CandidateEvaluator {

    /** The number of candidates whose sums are in memory at once, which limits the memory that a large grid needs. */
    private static final int BLOCK = 1024;

    /** The number of candidates of a question to remote rows; the answer has numbers for each candidate and each shard. */
    private static final int REMOTE_BLOCK = 256;

    /** Updates the values that depend on a moved parameter. */
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

    /** The values of a block of candidates. */
    private double[] values = {};

    /** Creates an evaluator at the given parameters that uses the calling thread only. */
    public IncrementalEvaluator(Parameters initial, Dataset dataset, Loss loss) {
        this(initial, dataset, loss, 1);
    }

    /**
     * Creates an evaluator at the given parameters, over a table in this JVM.
     *
     * @param threads number of threads, including the calling one, at least 1; at most one for each of the {@link Shards} of
     *     the table is used
     * @throws IllegalArgumentException if network, table and loss do not fit
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
            // A failed constructor must not leave threads running.
            workers.close();
            throw e;
        }
        this.losses = kept;
        this.follower = (parameter, value) -> kept.follow(parameter);
        this.release = workers::close;
    }

    /**
     * Creates an evaluator at the given parameters, over remote rows.
     *
     * @param facts facts of the whole table
     * @param rows the rows, in {@link IncrementalShards}, which are notified of every move; not closed with the evaluator
     * @throws IllegalArgumentException if network and table do not fit
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

    /** Returns the index of the value at a position of a step: the current value is first if it takes part. */
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

    /** Stops the threads. */
    @Override
    public void close() {
        release.run();
    }
}
