package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;

/**
 * The seam between a search and how the losses of a step are computed: in this JVM, by a fast kernel, or on many executors. It
 * holds the current parameters and knows nothing of sweeps or stopping.
 *
 * <p>Whatever computes it, the choice is that of the plain forward pass: the lowest loss wins, NaN and infinity never do,
 * and ties go to the lowest rank of the step's {@link Ties}.
 */
public interface CandidateEvaluator extends AutoCloseable {

    /** The best of a step's candidates, and of the current value where the step says so. Changes nothing. */
    Choice best(Step step);

    /** Sets a parameter: the search moved here. */
    void accept(ParameterIndex parameter, double value);

    /** The loss at the current parameters, by the direct rule. */
    double loss();

    /**
     * How many of the steps answered so far needed the direct rule, the losses of forward passes: all where there is no other way,
     * none where a kernel's own arithmetic has the same bits; where it only narrows the candidates, the steps in which that
     * did not settle the choice.
     */
    default long directDecisions() {
        return 0;
    }

    /** Frees what the evaluator holds. */
    @Override
    void close();
}
