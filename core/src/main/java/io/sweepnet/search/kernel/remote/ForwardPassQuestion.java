package io.sweepnet.search.kernel.remote;

/**
 * Asks for the same sums as a {@link StatisticsQuestion}, computed by a whole forward pass for each value, so that they can be
 * compared with what a kernel computes faster. The layout of the answer is the same.
 */
public final class ForwardPassQuestion extends StatisticsQuestion {

    private static final long serialVersionUID = 1;

    /** Creates the same question, to be answered by forward passes. */
    public ForwardPassQuestion(StatisticsQuestion question) {
        super(question.parameter(), question.values(), question.values().length);
    }
}
