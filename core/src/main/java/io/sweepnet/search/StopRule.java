package io.sweepnet.search;

import java.io.Serializable;

/**
 * The rule when a search ends: after {@code maxSweeps} sweeps, or after {@code patience} sweeps in a row without gain.
 *
 * <p>A sweep gains if it lowers the loss it started from by at least {@code tolerance} (absolute) and by more than 0. If the
 * current value is not a candidate, a sweep may start above the lowest loss so far; then a new lowest loss is a gain as well,
 * even if it is lower by less than the tolerance.
 *
 * <pre>{@code
 * StopRule stop = new StopRule(100, 1e-6, 1);  // ends at the first sweep that lowers the loss by less than 1e-6
 * }</pre>
 *
 * @param maxSweeps at least 0
 * @param tolerance at least 0, in units of the loss
 * @param patience at least 1
 */
public record StopRule(int maxSweeps, double tolerance, int patience) implements Serializable {

    public StopRule {
        if (maxSweeps < 0) {
            throw new IllegalArgumentException("the sweep limit must not be negative, got " + maxSweeps);
        }
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException("the tolerance must be finite and not negative, got " + tolerance);
        }
        if (patience < 1) {
            throw new IllegalArgumentException("the patience must be at least 1 sweep, got " + patience);
        }
    }

    /**
     * Returns whether a sweep from loss {@code start} to loss {@code end} gained. A finite end is a gain if the start was not
     * finite.
     *
     * @param lowest the lowest loss before the sweep
     */
    boolean gains(double start, double end, double lowest, boolean keepCurrent) {
        if (!Double.isFinite(end)) {
            return false;
        }
        if (!Double.isFinite(start)) {
            return true;
        }
        double gain = start - end;
        return (gain > 0 && gain >= tolerance) || (!keepCurrent && end < lowest);
    }
}
