package io.sweepnet.search.kernel.remote;

import io.sweepnet.network.ParameterIndex;

/**
 * All rows of a table, spread over any number of processes, as an evaluator sees them. Where several processes run the same
 * search in step, each asks its own and all get the same answers.
 */
public interface RemoteRows {

    /**
     * The answer of all rows at the current parameters: the sum, element by element, of what every {@link RowShards} of the
     * table answers. The order of the sums is free.
     */
    double[] ask(RowQuestion question);

    /** The search has moved: what is asked from now on is asked at this value. */
    void moved(ParameterIndex parameter, double value);
}
