package io.sweepnet.training;

import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.SweepEnd;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Plays a search with an evaluator, which answers every step and is notified of every move.
 *
 * <pre>{@code
 * SearchRunner runner = new EvaluatorRunner(search -> Kernel.DIRECT.create(search.parameters(), table, loss));
 * }</pre>
 */
public final class EvaluatorRunner implements SearchRunner {

    /** Completes the loss of the evaluator to the end of a sweep. */
    private interface End {
        SweepEnd of(CoordinateSearch search, double loss);
    }

    private static final End LOSS_ALONE = (search, loss) -> SweepEnd.of(loss);

    private final Function<CoordinateSearch, CandidateEvaluator> evaluators;
    private final End end;
    private long directDecisions;

    /**
     * Creates a runner of searches without validation rows, which does not check whether they are dead.
     *
     * @param evaluators creates the evaluator of a search, at its parameters; it is closed when the search has ended
     */
    public EvaluatorRunner(Function<CoordinateSearch, CandidateEvaluator> evaluators) {
        this(evaluators, LOSS_ALONE);
    }

    /**
     * Creates a runner of searches over rows, from which it gets validation loss and deadness at the end of each sweep.
     *
     * @param rows the rows of the searches
     * @param evaluators creates the evaluator of a search, at its parameters; it is closed when the search has ended
     */
    public EvaluatorRunner(SearchSource rows, Function<CoordinateSearch, CandidateEvaluator> evaluators) {
        this(evaluators, rows::sweepEnd);
    }

    private EvaluatorRunner(Function<CoordinateSearch, CandidateEvaluator> evaluators, End end) {
        this.evaluators = evaluators;
        this.end = end;
    }

    /**
     * Plays a search with an evaluator that is not closed.
     *
     * @param evaluator an evaluator at the search's parameters
     * @param cancelled called before each step; true ends the search at its current parameters
     * @return why the search has ended
     */
    public static StopReason play(
            CoordinateSearch search, CandidateEvaluator evaluator, SearchListener listener, BooleanSupplier cancelled) {
        return play(search, evaluator, LOSS_ALONE, listener, cancelled);
    }

    @Override
    public StopReason run(CoordinateSearch search, SearchListener listener, BooleanSupplier cancelled) {
        try (CandidateEvaluator evaluator = evaluators.apply(search)) {
            StopReason reason = play(search, evaluator, end, listener, cancelled);
            directDecisions += evaluator.directDecisions();
            return reason;
        }
    }

    private static StopReason play(
            CoordinateSearch search,
            CandidateEvaluator evaluator,
            End end,
            SearchListener listener,
            BooleanSupplier cancelled) {
        return search.run(
                step -> {
                    Choice choice = evaluator.best(step);
                    if (choice.moves()) {
                        evaluator.accept(step.parameter(), choice.value());
                    }
                    search.tell(choice);
                    listener.onStep(search);
                    if (search.isSweepDone()) {
                        listener.onSweep(search, search.endSweep(end.of(search, evaluator.loss())));
                    }
                },
                cancelled);
    }

    @Override
    public long directDecisions() {
        return directDecisions;
    }
}
