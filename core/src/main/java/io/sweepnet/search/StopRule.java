package io.sweepnet.search;

import java.io.Serializable;

/**
 * When a search ends: after {@code maxSweeps} sweeps, or after {@code patience} sweeps in a row without gain.
 *
 * <p>A sweep gains if it lowers the loss it started from by at least {@code tolerance} (absolute), and by more than 0.
 * Where the current value is no candidate a sweep may start above the lowest loss so far; there a new lowest loss is a
 * gain as well, however small.
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

    /** Whether a sweep from loss {@code start} to loss {@code end} gained; a finite end gains over any that was not. */
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
