package io.sweepnet.search;

/**
 * A continuous range, both ends included: every value in it is a candidate, and the value with the lowest loss is searched
 * exactly, not on a grid. Since there is one answer, the range counts as one candidate: its index is 0, and its value is
 * in the {@link Choice}. A range is not split into shares.
 *
 * <pre>{@code
 * ModelSettings.builder().inputSize(3).outputSize(1).weightCandidates(new Interval(-5, 5));
 * }</pre>
 *
 * @param low lower end, finite
 * @param high upper end, finite, above low
 */
public record Interval(double low, double high) implements Candidates {

    /** The number of parts into which {@link #round} divides the range: 2^40. */
    private static final double PARTS = 0x1p40;

    public Interval {
        Grid.checkRange(low, high);
    }

    /**
     * Rounds a value to the nearest {@code low + k * ((high - low) * 2^-40)}; if two are equally near, to the one with even k.
     * A value outside the range is rounded to the nearer end; the result is never outside. Values that differ only by the
     * rounding errors of sums in different orders are equal after this rounding, unless they are halfway between two results.
     *
     * @throws IllegalArgumentException for NaN
     */
    public double round(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no nearest value in " + this);
        }
        double inside = Math.max(low, Math.min(high, value));
        // A share of the range, not a multiple of a part: the parts of a range of subnormal length would be 0.
        double share = Math.rint((inside - low) / (high - low) * PARTS) / PARTS;
        return share == 1 ? high : Math.min(high, low + share * (high - low));
    }

    /** Returns 0. */
    @Override
    public int from() {
        return 0;
    }

    /** Returns 1: there is one answer. */
    @Override
    public int to() {
        return 1;
    }

    /**
     * Not supported.
     *
     * @throws UnsupportedOperationException always, since the values of a continuous range have no index
     */
    @Override
    public double value(int index) {
        throw new UnsupportedOperationException("the values of " + this + " have no index");
    }

    /** Returns 0. */
    @Override
    public int nearest(double value) {
        return 0;
    }

    /**
     * Returns the whole range, for 0 .. 1.
     *
     * @throws IllegalArgumentException for any other slice, since a range is not split
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
