package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;
import java.io.Serializable;

/**
 * The settings of a coordinate search.
 *
 * <pre>{@code
 * Grid grid = Grid.of(-5, 5, 100);
 * SearchSettings settings = new SearchSettings(
 *         grid, grid, ParameterOrder.OUTPUT_FIRST, Ties.FIRST, true, new StopRule(20, 1e-6, 1), 42);
 * }</pre>
 *
 * @param weights candidates of every weight: a grid, a list or a continuous range
 * @param biases candidates of every bias, of the same or of another kind
 * @param order order of the parameters in a sweep
 * @param ties which of several candidates with the same loss wins
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

    /** Returns the candidates of a parameter. */
    public Candidates candidates(ParameterIndex parameter) {
        return parameter.isWeight() ? weights : biases;
    }

    /** Returns whether the candidates of weights or of biases are a continuous range, which not every kernel can search. */
    public boolean isContinuous() {
        return weights instanceof Interval || biases instanceof Interval;
    }

    /** Returns these settings with another limit of sweeps. */
    public SearchSettings withMaxSweeps(int maxSweeps) {
        return with(order, new StopRule(maxSweeps, stop.tolerance(), stop.patience()));
    }

    /** Returns these settings with another order of the parameters. */
    public SearchSettings withOrder(ParameterOrder other) {
        return with(other, stop);
    }

    private SearchSettings with(ParameterOrder ofParameters, StopRule ofSearch) {
        return new SearchSettings(weights, biases, ofParameters, ties, keepCurrent, ofSearch, seed);
    }
}
