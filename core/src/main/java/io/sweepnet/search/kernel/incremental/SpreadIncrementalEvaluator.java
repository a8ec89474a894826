package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.rows.AllRows;

/** The {@link IncrementalEvaluator} of rows wherever they are: it has none, and asks {@link IncrementalShards} for sums. */
public final class SpreadIncrementalEvaluator implements CandidateEvaluator {

    /** Candidates of a question: an answer is a number for each, and for each shard of the table. */
    private static final int BLOCK = 256;

    private final Architecture architecture;
    private final double[] parameters;
    private final AllRows rows;
    private final SummedLosses losses;
    private final EachCandidate each;

    /**
     * An evaluator at the given parameters, of a table of which it knows no more than the facts.
     *
     * @throws IllegalArgumentException where network and table do not fit
     */
    public SpreadIncrementalEvaluator(Parameters initial, TableFacts facts, Loss loss, AllRows rows) {
        this.architecture = initial.architecture();
        DirectLoss.check(architecture, facts);
        this.parameters = initial.toArray();
        this.rows = rows;
        this.losses = new SummedLosses(rows, facts, loss);
        this.each = new EachCandidate(losses, BLOCK);
    }

    @Override
    public Choice best(Step step) {
        return each.best(step, parameters[architecture.flatIndex(step.parameter())]);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        parameters[architecture.flatIndex(parameter)] = value;
        rows.moved(parameter, value);
    }

    @Override
    public double loss() {
        return losses.current(architecture, parameters);
    }

    /** Leaves the rows to whoever holds them. */
    @Override
    public void close() {}
}
