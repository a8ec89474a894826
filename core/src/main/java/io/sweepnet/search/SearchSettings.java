package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;
import java.io.Serializable;

/**
 * How a coordinate search goes about its work.
 *
 * @param weights candidates of every weight: a grid, a list, or the whole range
 * @param biases candidates of every bias, of whatever kind
 * @param order order of the parameters in a sweep
 * @param ties which of equally good candidates wins
 * @param keepCurrent whether a parameter's current value is a candidate too, so that a sweep never raises the loss
 * @param stop when the search ends
 * @param seed seed of random orders and ties
 */
public record SearchSettings(
        Candidates weights,
        Candidates biases,
        ParameterOrder order,
        Ties ties,
        boolean keepCurrent,
        StopRule stop,
        long seed)
        implements Serializable {

    /** The candidates of a parameter. */
    public Candidates candidates(ParameterIndex parameter) {
        return parameter.isWeight() ? weights : biases;
    }

    /** Whether any candidates are a continuous range, which not every kernel can search. */
    public boolean isContinuous() {
        return weights instanceof Interval || biases instanceof Interval;
    }

    /** The same settings with another limit of sweeps. */
    public SearchSettings withMaxSweeps(int maxSweeps) {
        return with(order, new StopRule(maxSweeps, stop.tolerance(), stop.patience()));
    }

    /** The same settings with another order of the parameters. */
    public SearchSettings withOrder(ParameterOrder other) {
        return with(other, stop);
    }

    private SearchSettings with(ParameterOrder ofParameters, StopRule ofSearch) {
        return new SearchSettings(weights, biases, ofParameters, ties, keepCurrent, ofSearch, seed);
    }
}
