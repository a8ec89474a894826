package io.sweepnet.search;

/**
 * The whole continuous range, both ends included: every value in it is a candidate, and the one of the lowest loss is
 * looked for exactly, not on a grid. As there is one answer, it counts as one candidate: index 0, with a value that only
 * the {@link Choice} tells. It is not split into shares.
 *
 * @param low lower end, finite
 * @param high upper end, finite, above low
 */
public record Interval(double low, double high) implements Candidates {

    /** Parts of the range that {@link #round} tells apart: 2^40. */
    private static final double PARTS = 0x1p40;

    public Interval {
        Grid.checkRange(low, high);
    }

    /**
     * The nearest of the values {@code low + k * ((high - low) * 2^-40)}, of the two nearest the one of even k; of a value
     * outside the range the end on its side, and never itself outside. What is found by sums whose order is free is the
     * same in any order once it is rounded, but for a value halfway between two of these.
     *
     * @throws IllegalArgumentException for NaN
     */
    public double round(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no nearest value in " + this);
        }
        double inside = Math.max(low, Math.min(high, value));
        // The share of the range and not its parts: those of a range near the smallest number there is would be 0.
        double share = Math.rint((inside - low) / (high - low) * PARTS) / PARTS;
        return share == 1 ? high : Math.min(high, low + share * (high - low));
    }

    /** Always 0. */
    @Override
    public int from() {
        return 0;
    }

    /** Always 1: there is one answer. */
    @Override
    public int to() {
        return 1;
    }

    /**
     * Not there.
     *
     * @throws UnsupportedOperationException always: the values of a continuous range cannot be gone through
     */
    @Override
    public double value(int index) {
        throw new UnsupportedOperationException("the values of " + this + " have no index");
    }

    /** Always 0. */
    @Override
    public int nearest(double value) {
        return 0;
    }

    /**
     * The whole range.
     *
     * @throws IllegalArgumentException for anything less, since the range is not split
     */
    @Override
    public Interval slice(int from, int to) {
        if (from != 0 || to != 1) {
            throw new IllegalArgumentException(
                    this + " is not split: its one slice is 0 .. 1, got " + from + " .. " + to);
        }
        return this;
    }
}
