package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;
import java.io.Serializable;

/**
 * One question of the search: which of these candidates for this parameter gives the lowest loss, all other parameters
 * staying as they are?
 *
 * @param number counts the steps of a search from 0; ties at random depend on it
 * @param parameter which parameter is tried
 * @param candidates the values to try
 * @param withCurrent whether the parameter's current value takes part (index -1)
 * @param ties which of equally good candidates wins
 * @param seed seed of the search
 */
public record Step(
        long number, ParameterIndex parameter, Candidates candidates, boolean withCurrent, Ties ties, long seed)
        implements Serializable {

    /**
     * Share {@code share} of {@code shares}: a contiguous part of the candidates, the parts differing in size by at most
     * one. The current value takes part in one share alone, that of the candidate nearest to it, so that where it is one of
     * the candidates no two shares offer the same value.
     *
     * @param current the parameter's current value
     * @throws IllegalArgumentException where an {@link Interval} would be split
     */
    public Step share(int share, int shares, double current) {
        long count = candidates.count();
        int from = candidates.from() + (int) (count * share / shares);
        int to = candidates.from() + (int) (count * (share + 1) / shares);
        int nearest = candidates.nearest(current);
        boolean isHere = count == 0 ? share == 0 : from <= nearest && nearest < to;
        return new Step(number, parameter, candidates.slice(from, to), withCurrent && isHere, ties, seed);
    }

    /**
     * Number of values to evaluate, the current one included where it takes part. An {@link Interval} counts as one, for
     * the value found, however many losses it takes to find it.
     */
    public int evaluations() {
        return candidates.count() + (withCurrent ? 1 : 0);
    }

    /**
     * Refuses an {@link Interval}, for a kernel that goes through values one by one.
     *
     * @param kernel name of the kernel
     */
    public void checkNumbered(String kernel) {
        if (candidates instanceof Interval) {
            throw new IllegalArgumentException(
                    "kernel '" + kernel + "' tries values one by one, and " + candidates + " has no end of them");
        }
    }

    /** Rank of a candidate among those of the same loss; the lowest wins. */
    public long rank(int index) {
        return ties.rank(seed, number, index);
    }
}
