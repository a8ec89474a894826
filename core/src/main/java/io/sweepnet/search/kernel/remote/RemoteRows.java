package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;

/**
 * All rows of a table that are remote, in any number of processes, as an evaluator uses them. If several processes run the same
 * search, each asks its own instance, and all get the same answers.
 *
 * <pre>{@code
 * final class RowsOfOneProcess implements RemoteRows {
 *     private final RowShards shards;
 *
 *     RowsOfOneProcess(RowShards shards) {
 *         this.shards = shards;
 *     }
 *
 *     public double[] ask(RowQuestion question) {
 *         return shards.answer(question);
 *     }
 *
 *     public void moved(ParameterIndex parameter, double value) {
 *         shards.moved(parameter, value);
 *     }
 * }
 * }</pre>
 */
public interface RemoteRows {

    /**
     * Returns the answer of all rows at the current parameters: the element-wise sum of the answers of all {@link RowShards} of
     * the table. The order of the summation is not specified.
     */
    double[] ask(RowQuestion question);

    /** Sets a parameter to the value that the search has moved it to, for all later questions. */
    void moved(ParameterIndex parameter, double value);
}
