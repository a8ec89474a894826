package io.sweepnet.loss;

import java.util.Arrays;

/**
 * A function of a residual r that is a polynomial of degree 2 on each of a few pieces, and continuous: on piece k it is
 * {@code constant[k] + linear[k] r + square[k] r^2}. Piece 0 goes up to {@code ends[0]}, piece k from {@code ends[k - 1]} to
 * {@code ends[k]}, the last one has no upper end. The absolute error, for example, has the two pieces -r and r, joined at 0:
 *
 * <pre>{@code
 * ResidualPieces.of(new double[] {0}, new double[] {0, 0}, new double[] {-1, 1}, new double[] {0, 0});
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ResidualPieces {

    /** The largest difference of neighbouring pieces at their common end, as a share of the sum of their terms' sizes. */
    private static final double ROUNDING = 1e-9;

    private static final ResidualPieces SQUARE =
            of(new double[] {}, new double[] {0}, new double[] {0}, new double[] {1});

    private final double[] ends;
    private final double[] constant;
    private final double[] linear;
    private final double[] square;

    private ResidualPieces(double[] ends, double[] constant, double[] linear, double[] square) {
        this.ends = ends;
        this.constant = constant;
        this.linear = linear;
        this.square = square;
    }

    /**
     * Returns a function of one or more pieces.
     *
     * @param ends residuals between neighbouring pieces, ascending, one less than there are pieces; a piece whose two ends
     *     are equal has no effect
     * @param constant constant term of each piece: its polynomial at residual 0, which need not be on the piece
     * @param linear factor of the residual of each piece
     * @param square factor of the squared residual of each piece
     * @throws IllegalArgumentException if lengths do not fit, a number is not finite, ends do not ascend, or the function
     *     jumps at an end
     */
    public static ResidualPieces of(double[] ends, double[] constant, double[] linear, double[] square) {
        ResidualPieces pieces = new ResidualPieces(ends.clone(), constant.clone(), linear.clone(), square.clone());
        pieces.check();
        return pieces;
    }

    /** Returns the square of the residual, on one piece. */
    public static ResidualPieces ofSquare() {
        return SQUARE;
    }

    private void check() {
        int count = ends.length + 1;
        if (constant.length != count || linear.length != count || square.length != count) {
            throw new IllegalArgumentException(ends.length + " ends need " + count
                    + " constants, linear and square factors, got " + constant.length + ", " + linear.length + " and "
                    + square.length);
        }
        for (double[] numbers : new double[][] {ends, constant, linear, square}) {
            for (double number : numbers) {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException("pieces must be made of finite numbers, got " + number);
                }
            }
        }
        for (int k = 0; k < ends.length; k++) {
            if (k > 0 && ends[k] < ends[k - 1]) {
                throw new IllegalArgumentException("ends must ascend, got " + Arrays.toString(ends));
            }
            checkContinuity(k);
        }
    }

    private void checkContinuity(int k) {
        double end = ends[k];
        double before = value(k, end);
        double after = value(k + 1, end);
        double terms = 0;
        for (int piece = k; piece <= k + 1; piece++) {
            terms += Math.abs(constant[piece]) + Math.abs(linear[piece] * end) + Math.abs(square[piece] * end * end);
        }
        if (Math.abs(before - after) > ROUNDING * terms) {
            throw new IllegalArgumentException(
                    "pieces must meet at their ends, got " + before + " and " + after + " at " + end);
        }
    }

    private double value(int piece, double residual) {
        return constant[piece] + residual * (linear[piece] + square[piece] * residual);
    }

    /** Returns the number of pieces, at least 1. */
    public int count() {
        return constant.length;
    }

    /** Returns the residuals between neighbouring pieces, ascending, as a new array. */
    public double[] ends() {
        return ends.clone();
    }

    /** Returns the constant term of each piece as a new array. */
    public double[] constant() {
        return constant.clone();
    }

    /** Returns the factor of the residual of each piece as a new array. */
    public double[] linear() {
        return linear.clone();
    }

    /** Returns the factor of the squared residual of each piece as a new array. */
    public double[] square() {
        return square.clone();
    }

    /** Returns whether the function is r^2 everywhere, on one piece. */
    public boolean isSquare() {
        return count() == 1 && constant[0] == 0 && linear[0] == 0 && square[0] == 1;
    }

    /** Returns the value of the function at a residual. */
    public double value(double residual) {
        int piece = 0;
        while (piece < ends.length && residual > ends[piece]) {
            piece++;
        }
        return value(piece, residual);
    }

    /**
     * Returns the largest absolute slope at residuals from {@code -size} to {@code size}.
     *
     * @param size at least 0
     */
    public double steepest(double size) {
        double steepest = 0;
        for (int k = 0; k < count(); k++) {
            double low = k == 0 ? -size : Math.max(-size, ends[k - 1]);
            double high = k == ends.length ? size : Math.min(size, ends[k]);
            if (low <= high) {
                steepest = Math.max(steepest, Math.max(Math.abs(slope(k, low)), Math.abs(slope(k, high))));
            }
        }
        return steepest;
    }

    private double slope(int piece, double residual) {
        return square[piece] == 0 ? linear[piece] : linear[piece] + 2 * square[piece] * residual;
    }

    /**
     * Returns the function of {@code scale} times the residual, for residuals in units of {@code scale}.
     *
     * @param scale above 0
     */
    public ResidualPieces scaled(double scale) {
        double[] scaledEnds = ends.clone();
        double[] scaledLinear = linear.clone();
        double[] scaledSquare = square.clone();
        for (int k = 0; k < ends.length; k++) {
            scaledEnds[k] /= scale;
        }
        for (int k = 0; k < count(); k++) {
            scaledLinear[k] *= scale;
            scaledSquare[k] *= scale * scale;
        }
        return of(scaledEnds, constant, scaledLinear, scaledSquare);
    }
}
