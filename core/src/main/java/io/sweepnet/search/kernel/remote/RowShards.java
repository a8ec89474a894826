package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;

/**
 * Some shards of a table in one process, which answer for their rows. Either they are kept, and hear of every move of the
 * search, or they are made anew at the current parameters for each question; the search chooses the same. For use by one
 * thread at a time.
 */
public interface RowShards {

    /**
     * The share of these rows in an answer; its length depends on the question, network, loss and number of shards of the
     * whole table alone. The array is the caller's.
     *
     * @throws IllegalArgumentException where the kernel of these shards does not ask such a question
     */
    double[] answer(RowQuestion question);

    /** The search has moved: what is asked from now on is asked at this value. */
    void moved(ParameterIndex parameter, double value);

    /**
     * Forgets what moves have left behind, roundings too: from here on every answer has the bits of shards made at the current
     * parameters. A process that takes over in the middle of a search has the others do this where it begins, and an evaluator
     * made there.
     */
    void forgetMoves();
}
