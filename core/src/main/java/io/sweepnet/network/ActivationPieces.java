package io.sweepnet.network;

import java.util.Arrays;

/**
 * The pieces of a piecewise linear activation: k ascending breakpoints and k + 1 linear pieces. Piece p is the line
 * {@code intercept(p) + slope(p) z}, from breakpoint p - 1 up to breakpoint p. A breakpoint is a <i>kink</i> where the slope
 * changes and the value does not, or a <i>jump</i> where the value changes.
 *
 * <p>For example the pieces of max(-1, min(1, z)):
 *
 * <pre>{@code
 * new ActivationPieces(new double[] {-1, 1}, new double[] {0, 1, 0}, new double[] {-1, 0, 1});
 * }</pre>
 *
 * <p>Kernels rely on what the constructor checks: the function never decreases, and is either continuous, or flat between
 * jumps. At a jump the value is that of the piece on the right. At a kink both pieces have the same value to the bit;
 * {@link #piece} assigns the kink to the left piece. Immutable.
 */
public final class ActivationPieces {

    private final double[] breakpoints;
    private final double[] slopes;
    private final double[] intercepts;
    private final boolean areFlat;

    /**
     * Creates the pieces of a function.
     *
     * @param breakpoints finite, ascending; k of them, where k may be 0
     * @param slopes slopes of the k + 1 pieces, finite, at least 0
     * @param intercepts values of the k + 1 lines at z = 0, finite
     * @throws IllegalArgumentException if the lengths do not fit, a number is not finite, the breakpoints do not ascend,
     *     nothing changes at a breakpoint, the function decreases, or it jumps and has a piece that is not flat
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

    /** Returns the number of pieces, at least 1. */
    public int count() {
        return slopes.length;
    }

    /** Returns the number of breakpoints, one less than the number of pieces. */
    public int breakpointCount() {
        return breakpoints.length;
    }

    /** Returns the z of a breakpoint; index 0 is the lowest. */
    public double breakpoint(int index) {
        return breakpoints[index];
    }

    /** Returns all breakpoints, ascending, as a new array. */
    public double[] breakpoints() {
        return breakpoints.clone();
    }

    /** Returns the slope of a piece; piece 0 is that of the lowest z. */
    public double slope(int piece) {
        return slopes[piece];
    }

    /** Returns the slopes of all pieces as a new array. */
    public double[] slopes() {
        return slopes.clone();
    }

    /** Returns the value of a piece's line at z = 0. */
    public double intercept(int piece) {
        return intercepts[piece];
    }

    /** Returns the intercepts of all pieces as a new array. */
    public double[] intercepts() {
        return intercepts.clone();
    }

    /** Returns the largest slope. */
    public double steepest() {
        return Arrays.stream(slopes).max().orElseThrow();
    }

    /** Returns the largest absolute value of an intercept. */
    public double largestIntercept() {
        return Arrays.stream(intercepts).map(Math::abs).max().orElseThrow();
    }

    /** Returns whether all pieces are flat; then all breakpoints are jumps, otherwise all are kinks. */
    public boolean areFlat() {
        return areFlat;
    }

    /** Returns the index of the piece that contains z; at a breakpoint the left piece of a kink, the right one of a jump. */
    public int piece(double z) {
        int piece = 0;
        while (piece < breakpoints.length && (z > breakpoints[piece] || (areFlat && z == breakpoints[piece]))) {
            piece++;
        }
        return piece;
    }

    /**
     * Returns the value of a piece's line at z. Where the piece contains z, this has the bits of {@link Activation#apply},
     * except for the sign of a zero.
     */
    public double value(int piece, double z) {
        return slopes[piece] == 0 ? intercepts[piece] : intercepts[piece] + slopes[piece] * z;
    }

    /** Returns whether the function is z above 0 and a constant times z below 0: ReLU, leaky ReLU or the identity. */
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
