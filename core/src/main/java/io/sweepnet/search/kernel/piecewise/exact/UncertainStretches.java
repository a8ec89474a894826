package io.sweepnet.search.kernel.piecewise.exact;

import java.util.Arrays;

/**
 * The stretches of a continuous range in which sums are uncertain, except the narrow margins of jumps, which values of
 * the range are not expected to hit. All distances are from the current value.
 */
final class UncertainStretches {

    /** An uncertain stretch narrower than this share of the range is the margin of a jump. */
    private static final double NARROW = 0x1p-30;

    private double low;
    private double high;

    /**
     * Distance of the parameter's value 0, at which outputs are equal and pre-activations are 0 more often than
     * elsewhere.
     */
    private double zero;

    private double amountAtZero;

    /** The range in which the outputs of all rows are known. */
    private double knownLow;

    private double knownHigh;

    /** How far sums may be off because of wide uncertain stretches, and a range that includes all of these. */
    private double wideAmount;

    private double wideLow;
    private double wideHigh;

    /** Distances of jumps whose margins are not narrow. */
    private double[] wideJumps = new double[4];

    private int wideJumpCount;

    /**
     * Begins a step, for a range between two distances.
     *
     * @param zero distance of the parameter's value 0
     */
    void begin(double low, double high, double zero) {
        this.low = low;
        this.high = high;
        this.zero = zero;
        amountAtZero = 0;
        knownLow = low;
        knownHigh = high;
        wideAmount = 0;
        wideLow = high;
        wideHigh = low;
        wideJumpCount = 0;
    }

    private boolean isWide(double width) {
        return width > NARROW * (high - low);
    }

    /** Adds a row's jump at t, or at most {@code margin} away from it. */
    void jump(double t, double margin, double amount) {
        if (Math.abs(t - zero) <= margin) {
            amountAtZero += amount;
        }
        if (isWide(2 * margin) && t + margin >= low && t - margin <= high) {
            if (wideJumpCount == wideJumps.length) {
                wideJumps = Arrays.copyOf(wideJumps, 2 * wideJumpCount);
            }
            wideJumps[wideJumpCount++] = t;
        }
    }

    /**
     * Adds a stretch between two distances in which the loss of a row may be off by {@code amount}; by infinity where
     * it is unknown.
     */
    void uncertain(double from, double to, double amount) {
        if (from <= zero && zero <= to) {
            amountAtZero += amount;
        }
        if (!isWide(to - from)) {
            return;
        }
        boolean isInfinite = Double.isInfinite(amount);
        if (isInfinite && from + to >= 0 && to >= high) {
            knownHigh = Math.min(knownHigh, from);
        } else if (isInfinite && from + to < 0 && from <= low) {
            knownLow = Math.max(knownLow, to);
        } else if (from < high && to > low) {
            // In unknown stretches, even steps are tried whatever the sums are.
            wideAmount += isInfinite ? 0 : amount;
            wideLow = Math.max(low, Math.min(wideLow, from));
            wideHigh = Math.min(high, Math.max(wideHigh, to));
        }
    }

    /** Returns how far the sum may be off at the parameter's value 0. */
    double amountAtZero() {
        return amountAtZero;
    }

    /** Returns whether outputs are unknown from {@link #knownHigh} to the end of the range. */
    boolean isUnknownAbove() {
        return knownHigh < high;
    }

    /** Returns whether outputs are unknown from the start of the range to {@link #knownLow}. */
    boolean isUnknownBelow() {
        return knownLow > low;
    }

    double knownLow() {
        return knownLow;
    }

    double knownHigh() {
        return knownHigh;
    }

    /** Returns how far any sum may be off because of wide uncertain stretches. */
    double wideAmount() {
        return wideAmount;
    }

    /** Returns whether there are wide uncertain stretches, all between {@link #wideLow} and {@link #wideHigh}. */
    boolean areWide() {
        return wideLow < wideHigh;
    }

    double wideLow() {
        return wideLow;
    }

    double wideHigh() {
        return wideHigh;
    }

    /** Returns the number of jumps whose margins are not narrow. */
    int wideJumpCount() {
        return wideJumpCount;
    }

    /** Returns the distance of such a jump. */
    double wideJump(int index) {
        return wideJumps[index];
    }
}
