package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.kernel.incremental.SummedLosses;
import io.sweepnet.search.kernel.rows.AllRows;

/**
 * The {@link PiecewiseEvaluator} of rows wherever they are: it has none, and asks {@link PiecewiseShards} for sums. A step
 * takes one question, or none in an output layer whose Gram matrix is known; more where more than one value is left.
 */
public final class SpreadPiecewiseEvaluator implements CandidateEvaluator {

    /** Why a continuous range is not searched, in the words of an error message. */
    public static final String NO_INTERVAL =
            "a continuous range is not searched over rows in several processes, since its"
                    + " best value would depend on the order of their sums; use candidates = grid";

    private final StepDecision decision;

    /**
     * An evaluator at the given parameters, of a table of which it knows no more than the facts.
     *
     * @throws IllegalArgumentException where it does not serve, or network and table do not fit
     */
    public SpreadPiecewiseEvaluator(Parameters initial, TableFacts facts, Loss loss, AllRows rows) {
        Architecture architecture = initial.architecture();
        DirectLoss.check(architecture, facts);
        PiecewiseEvaluator.checkServes(architecture, loss);
        SearchPoint point = new SearchPoint(initial, facts, loss);
        SummedLosses losses = new SummedLosses(rows, facts, loss);
        DirectRule direct = new DirectRule(() -> losses.current(architecture, point.parameters()), () -> losses);
        this.decision = new StepDecision(point, facts, loss, new SpreadRows(point, rows), direct);
    }

    @Override
    public Choice best(Step step) {
        if (step.candidates() instanceof Interval) {
            throw new IllegalArgumentException(NO_INTERVAL);
        }
        return decision.best(step);
    }

    @Override
    public void accept(ParameterIndex parameter, double value) {
        decision.accept(parameter, value);
    }

    @Override
    public long directDecisions() {
        return decision.directDecisions();
    }

    @Override
    public double loss() {
        return decision.loss();
    }

    /** Leaves the rows to whoever holds them. */
    @Override
    public void close() {}
}
