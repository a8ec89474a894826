package io.sweepnet.network;

import java.util.Arrays;

/**
 * What a piecewise linear activation is made of: breakpoints, ascending, and one piece more than there are breakpoints. Piece p
 * is the line {@code intercept(p) + slope(p) z}, from breakpoint p - 1 up to breakpoint p. A breakpoint is a <i>kink</i>
 * where the slope changes and the value does not, or a <i>jump</i> where the value changes.
 *
 * <p>For example max(-1, min(1, z)) has the breakpoints -1 and 1, the slopes 0, 1, 0 and the intercepts -1, 0, 1.
 *
 * <p>Kernels rely on what the constructor checks: a function never decreases, and is either continuous, or flat between jumps.
 * At a jump the value is that of the piece on its right. At a kink both pieces have the same value to the bit; {@link
 * #piece} counts it to the left one. Immutable.
 */
public final class ActivationPieces {

    private final double[] breakpoints;
    private final double[] slopes;
    private final double[] intercepts;
    private final boolean areFlat;

    /**
     * The pieces of a function.
     *
     * @param breakpoints ascending, finite; k of them, which may be none
     * @param slopes of the k + 1 pieces, finite, at least 0
     * @param intercepts of the pieces, finite: their lines' values at z = 0
     * @throws IllegalArgumentException where the numbers of pieces do not fit, a number is not finite, breakpoints do not
     *     ascend, nothing changes at one of them, the function decreases, or it jumps and has a piece that is not flat
     */
    public ActivationPieces(double[] breakpoints, double[] slopes, double[] intercepts) {
        this.breakpoints = breakpoints.clone();
        this.slopes = slopes.clone();
        this.intercepts = intercepts.clone();
        this.areFlat = Arrays.stream(slopes).allMatch(slope -> slope == 0);
        if (slopes.length != breakpoints.length + 1 || intercepts.length != slopes.length) {
            throw new IllegalArgumentException(breakpoints.length + " breakpoints make " + (breakpoints.length + 1)
                    + " pieces, got " + slopes.length + " slopes and " + intercepts.length + " intercepts");
        }
        for (int piece = 0; piece < slopes.length; piece++) {
            if (!(slopes[piece] >= 0
                    && slopes[piece] < Double.POSITIVE_INFINITY
                    && Double.isFinite(intercepts[piece]))) {
                throw new IllegalArgumentException("piece " + piece + " of " + this
                        + " needs a finite slope of at least 0 and a finite intercept");
            }
        }
        for (int index = 0; index < breakpoints.length; index++) {
            double at = breakpoints[index];
            if (!Double.isFinite(at) || (index > 0 && !(at > breakpoints[index - 1]))) {
                throw new IllegalArgumentException(
                        "breakpoints have to be finite and ascend, got " + Arrays.toString(breakpoints));
            }
        }
        for (int index = 0; index < breakpoints.length; index++) {
            check(index);
        }
    }

    private void check(int index) {
        double at = breakpoints[index];
        double rise = value(index + 1, at) - value(index, at);
        if (rise < 0) {
            throw new IllegalArgumentException("an activation never decreases, but at " + at + " falls " + this);
        }
        if (rise > 0 && !areFlat) {
            throw new IllegalArgumentException(
                    "an activation that jumps has flat pieces alone, but at " + at + " jumps " + this);
        }
        if (rise == 0 && slopes[index] == slopes[index + 1]) {
            throw new IllegalArgumentException("nothing changes at " + at + " of " + this);
        }
    }

    /** Number of pieces, at least 1. */
    public int count() {
        return slopes.length;
    }

    /** Number of breakpoints: one less than there are pieces. */
    public int breakpointCount() {
        return breakpoints.length;
    }

    /** The z of a breakpoint, 0 the lowest. */
    public double breakpoint(int index) {
        return breakpoints[index];
    }

    /** All breakpoints, ascending; a new array. */
    public double[] breakpoints() {
        return breakpoints.clone();
    }

    /** Slope of a piece, 0 the one of the lowest z. */
    public double slope(int piece) {
        return slopes[piece];
    }

    /** Slopes of all pieces; a new array. */
    public double[] slopes() {
        return slopes.clone();
    }

    /** Value of a piece's line at z = 0. */
    public double intercept(int piece) {
        return intercepts[piece];
    }

    /** Intercepts of all pieces; a new array. */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /** The largest slope. */
    public double steepest() {
        return Arrays.stream(slopes).max().orElseThrow();
    }

    /** The largest absolute value of an intercept. */
    public double largestIntercept() {
        return Arrays.stream(intercepts).map(Math::abs).max().orElseThrow();
    }

    /** Whether all pieces are flat, so that breakpoints are jumps; of all other functions they are kinks. */
    public boolean areFlat() {
        return areFlat;
    }

    /** The piece that z belongs to. */
    public int piece(double z) {
        int piece = 0;
        while (piece < breakpoints.length && (z > breakpoints[piece] || (areFlat && z == breakpoints[piece]))) {
            piece++;
        }
        return piece;
    }

    /** Value of a piece's line at z: the bits of {@link Activation#apply}, but for the sign of a zero, where z belongs to it. */
    public double value(int piece, double z) {
        return slopes[piece] == 0 ? intercepts[piece] : intercepts[piece] + slopes[piece] * z;
    }

    /** Whether the function is z below 0 times some slope, and z above: a ReLU, a leaky one or the identity. */
    boolean isHinge() {
        int above = slopes.length - 1;
        boolean isThroughZero = above == 0 || (above == 1 && breakpoints[0] == 0);
        return isThroughZero && slopes[above] == 1 && intercepts[above] == 0;
    }

    @Override
    public String toString() {
        return "pieces with breakpoints " + Arrays.toString(breakpoints) + ", slopes " + Arrays.toString(slopes)
                + ", intercepts " + Arrays.toString(intercepts);
    }
}
