package io.sweepnet.search.kernel.piecewise.exact;

import java.util.Arrays;

/**
 * What is not certain about the sums of a continuous range, beside the margins of jumps: no value is expected to hit those by
 * chance. All distances are from the current value.
 */
final class UncertainStretches {

    /** A doubt over less of the range than this is the margin of a jump. */
    private static final double NARROW = 0x1p-30;

    private double low;
    private double high;

    /** Distance of the parameter's value 0, where outputs and pre-activations meet more often than by chance. */
    private double zero;

    private double amountAtZero;

    /** Beyond these it is not known what some row's outputs are. */
    private double knownLow;

    private double knownHigh;

    /** By how much rows may be off over wide stretches, and a stretch with all of these. */
    private double wideAmount;

    private double wideLow;
    private double wideHigh;

    /** Where a jump may be anywhere in a stretch that is no longer narrow. */
    private double[] wideJumps = new double[4];

    private int wideJumpCount;

    /** A step begins, for a range between two distances. */
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

    /** A row jumps at t, or at most a margin away from it. */
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

    /** Between two distances a row may be off; by infinity where it is not known what it is. */
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
            // Where nothing is known, points of the stretch are tried whatever the sums seem to be.
            wideAmount += isInfinite ? 0 : amount;
            wideLow = Math.max(low, Math.min(wideLow, from));
            wideHigh = Math.min(high, Math.max(wideHigh, to));
        }
    }

    /** By how much the sum may be off at the parameter's value 0. */
    double amountAtZero() {
        return amountAtZero;
    }

    boolean isUnknownAbove() {
        return knownHigh < high;
    }

    boolean isUnknownBelow() {
        return knownLow > low;
    }

    double knownLow() {
        return knownLow;
    }

    double knownHigh() {
        return knownHigh;
    }

    /** By how much rows that are in doubt over wide stretches may change any sum. */
    double wideAmount() {
        return wideAmount;
    }

    boolean areWide() {
        return wideLow < wideHigh;
    }

    double wideLow() {
        return wideLow;
    }

    double wideHigh() {
        return wideHigh;
    }

    int wideJumpCount() {
        return wideJumpCount;
    }

    double wideJump(int index) {
        return wideJumps[index];
    }
}
