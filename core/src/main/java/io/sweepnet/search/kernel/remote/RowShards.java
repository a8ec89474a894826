package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;

/**
 * Shards of a table in one process, which answer questions about their rows. Either they are kept and notified of every move
 * of the search, or new ones are created at the current parameters for each question; the choices of the search are the same.
 * For use by one thread at a time.
 *
 * <pre>{@code
 * ShardGroup all = new ShardGroup(facts, 0, List.of(dataset)); // a table of one shard
 * RowShards shards = Kernel.PIECEWISE.shards(initial, all, loss);
 * double[] answer = shards.answer(question);
 * }</pre>
 */
public interface RowShards {

    /**
     * Returns the contribution of these rows to an answer. Its length depends only on the question, the network, the loss and
     * the number of shards of the whole table. The caller may change the array.
     *
     * @throws IllegalArgumentException if the question is not one of the kernel of these shards
     */
    double[] answer(RowQuestion question);

    /** Sets a parameter to the value that the search has moved it to, for all later questions. */
    void moved(ParameterIndex parameter, double value);

    /**
     * Discards all effects of earlier moves, rounding errors included: from now on every answer has the bits of shards that are
     * created at the current parameters. When a process joins in the middle of a search, the shards of all other processes do
     * this and every process creates a new evaluator, so that all have the same bits.
     */
    void forgetMoves();
}
