package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;

/**
 * The interface between a search and the code that computes the losses of a step: in this JVM, by a fast kernel, or on many
 * executors. An evaluator holds the current parameters; it does not depend on sweeps or on when the search stops.
 *
 * <p>However the losses are computed, the choice is that of plain forward passes: the lowest loss wins, NaN and infinity
 * never win, and ties go to the lowest rank by the step's {@link Ties}.
 *
 * <pre>{@code
 * try (CandidateEvaluator evaluator = Kernel.DIRECT.create(search.parameters(), table, loss)) {
 *     Step step = search.ask().orElseThrow();
 *     Choice choice = evaluator.best(step);
 *     if (choice.moves()) {
 *         evaluator.accept(step.parameter(), choice.value());
 *     }
 *     search.tell(choice);
 * }
 * }</pre>
 */
public interface CandidateEvaluator extends AutoCloseable {

    /** Returns the best of a step's candidates and, if the step includes it, of the current value. Changes no parameter. */
    Choice best(Step step);

    /** Sets a parameter to the value that the search has moved it to. */
    void accept(ParameterIndex parameter, double value);

    /** Returns the loss at the current parameters, by the direct rule. */
    double loss();

    /**
     * Returns how many of the steps answered so far needed the direct rule, that is losses from forward passes: all steps if
     * the evaluator has no other way, none if its own arithmetic has the same bits; if its arithmetic only narrows down the
     * candidates, the steps in which this did not decide the choice.
     */
    default long directDecisions() {
        return 0;
    }

    /** Releases the resources of the evaluator, such as threads. */
    @Override
    void close();
}
