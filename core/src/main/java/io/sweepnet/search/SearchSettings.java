package io.sweepnet.search;

import java.io.Serializable;

/**
 * The settings of a coordinate search.
 *
 * <pre>{@code
 * SearchSettings settings = new SearchSettings(
 *         SearchSpace.DEFAULT, ParameterOrder.OUTPUT_FIRST, Ties.FIRST, true, new StopRule(20, 1e-6, 1), 42);
 * }</pre>
 *
 * @param space candidates of every parameter
 * @param order order of the parameters in a sweep
 * @param ties which of several candidates with the same loss wins
 * @param keepCurrent whether a parameter's current value is a candidate too, so that a sweep never raises the loss
 * @param stop when the search ends
 * @param seed seed of random orders and ties
 */
public record SearchSettings(
        SearchSpace space, ParameterOrder order, Ties ties, boolean keepCurrent, StopRule stop, long seed)
        implements Serializable {

    /** Returns these settings with another limit of sweeps. */
    public SearchSettings withMaxSweeps(int maxSweeps) {
        return with(order, new StopRule(maxSweeps, stop.tolerance(), stop.patience()));
    }

    /** Returns these settings with another order of the parameters. */
    public SearchSettings withOrder(ParameterOrder other) {
        return with(other, stop);
    }

    private SearchSettings with(ParameterOrder ofParameters, StopRule ofSearch) {
        return new SearchSettings(space, ofParameters, ties, keepCurrent, ofSearch, seed);
    }
}
