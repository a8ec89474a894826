package io.sweepnet.search;

import io.sweepnet.network.ParameterIndex;
import java.io.Serializable;

/**
 * One question of the search: which of these candidates for this parameter gives the lowest loss, with all other parameters
 * fixed?
 *
 * <pre>{@code
 * Step step = new Step(0, ParameterIndex.bias(0, 0), Grid.of(-5, 5, 100), true, Ties.FIRST, 42);
 * Choice choice = evaluator.best(step);
 * }</pre>
 *
 * @param number the number of the step in its search, from 0; random ties depend on it
 * @param parameter the parameter whose candidates are tried
 * @param candidates the values to try
 * @param withCurrent whether the parameter's current value takes part (with index -1)
 * @param ties which of several candidates with the same loss wins
 * @param seed seed of the search
 */
public record Step(
        long number, ParameterIndex parameter, Candidates candidates, boolean withCurrent, Ties ties, long seed)
        implements Serializable {

    /**
     * Returns the step for a share of the candidates: a contiguous part; the sizes of the parts differ by at most one. The
     * current value takes part in one share only, that of the candidate nearest to it, so that no two shares offer the same
     * value if the current value is one of the candidates.
     *
     * @param share number of the share, from 0
     * @param shares number of shares
     * @param current the parameter's current value
     * @throws IllegalArgumentException if an {@link Interval} would be split
     */
    public Step share(int share, int shares, double current) {
        long count = candidates.count();
        int from = candidates.from() + (int) (count * share / shares);
        int to = candidates.from() + (int) (count * (share + 1) / shares);
        int nearest = candidates.nearest(current);
        boolean isNearest = count == 0 ? share == 0 : from <= nearest && nearest < to;
        return new Step(number, parameter, candidates.slice(from, to), withCurrent && isNearest, ties, seed);
    }

    /**
     * Returns the number of values to evaluate, including the current one if it takes part. An {@link Interval} counts as one
     * value, the one found, no matter how many losses the search for it evaluates.
     */
    public int evaluations() {
        return candidates.count() + (withCurrent ? 1 : 0);
    }

    /**
     * Checks that the candidates are numbered, for a kernel that evaluates them one by one.
     *
     * @param kernel name of the kernel, for the message
     * @throws IllegalArgumentException if the candidates are an {@link Interval}
     */
    public void checkNumbered(String kernel) {
        if (candidates instanceof Interval) {
            throw new IllegalArgumentException(
                    "kernel '" + kernel + "' tries values one by one, and " + candidates + " has no end of them");
        }
    }

    /** Returns the rank of a candidate among those with the same loss; the lowest rank wins. */
    public long rank(int index) {
        return ties.rank(seed, number, index);
    }
}
