package io.sweepnet.search.kernel.piecewise.pieces;

import io.sweepnet.network.Activation;
import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * Loops over the rows of a tile for activations made of continuous or flat pieces. They have no branches, so that C2
 * turns them into vector instructions. Activations with one kink at 0, and the identity, have loops of their own;
 * others need a loop for each breakpoint.
 */
public final class HingeLoops {

    /** Factor of distances to breakpoints in the wrong direction, which makes them unreachable. */
    static final double UNREACHABLE = 0x1p20;

    /** Squared, turns the smallest positive number into one above 1. */
    private static final double HUGE = 0x1p600;

    /** Columns that one loop processes. */
    private static final int GROUP = 4;

    // |q| and q times these, added, are q where q is positive, and UNREACHABLE |q| where it is negative.
    private static final double ABSOLUTE_FACTOR = (1 + UNREACHABLE) / 2;
    private static final double SIGNED_FACTOR = (1 - UNREACHABLE) / 2;

    private HingeLoops() {}

    /** Returns whether no unit of a layer or of a later one jumps: all their activations are continuous. */
    public static boolean areContinuousFrom(Architecture architecture, int layer) {
        for (int l = layer; l < architecture.layerCount(); l++) {
            if (pieces(architecture.activation(l)).areFlat()) {
                return false;
            }
        }
        return true;
    }

    private static ActivationPieces pieces(Activation activation) {
        return activation.pieces().orElseThrow();
    }

    private static double isPositive(double z) {
        return Math.min((Math.abs(z) + z) * HUGE * HUGE, 1);
    }

    /** Sets the slopes of an activation at the given pre-activations, [row]. */
    static void slopes(Activation activation, double[] z, double[] slopes, int rows) {
        if (activation.shape() != Activation.Shape.HINGE) {
            Arrays.fill(slopes, 0, rows, 0);
            addSlopes(1, pieces(activation), z, slopes, rows);
            return;
        }
        double below = lowestSlope(activation);
        double more = 1 - below;
        for (int i = 0; i < rows; i++) {
            slopes[i] = below + more * isPositive(z[i]);
        }
    }

    /** Returns the slope of an activation's lowest piece: for a hinge the slope below 0; 1 for the identity. */
    public static double lowestSlope(Activation activation) {
        return pieces(activation).slope(0);
    }

    /**
     * Sets the sums of the activation's slopes in several columns, each times its factor. It takes one column at a
     * time, since C2 does not vectorise longer loops.
     */
    static void sumSlopes(double[] factors, Activation activation, double[][] z, int count, double[] sum, int rows) {
        Arrays.fill(sum, 0, rows, 0);
        if (activation.shape() != Activation.Shape.HINGE) {
            for (int k = 0; k < count; k++) {
                addSlopes(factors[k], pieces(activation), z[k], sum, rows);
            }
            return;
        }
        double below = lowestSlope(activation);
        for (int k = 0; k < count; k++) {
            addSlopes(factors[k], below, z[k], sum, rows);
        }
    }

    private static void addSlopes(double factor, ActivationPieces pieces, double[] z, double[] sum, int rows) {
        double lowest = factor * pieces.slope(0);
        for (int i = 0; i < rows; i++) {
            sum[i] += lowest;
        }
        for (int index = 0; index < pieces.breakpointCount(); index++) {
            double breakpoint = pieces.breakpoint(index);
            double more = factor * (pieces.slope(index + 1) - pieces.slope(index));
            for (int i = 0; i < rows; i++) {
                sum[i] += more * isPositive(z[i] - breakpoint);
            }
        }
    }

    private static void addSlopes(double factor, double below, double[] z, double[] sum, int rows) {
        double base = factor * below;
        double more = factor - base;
        for (int i = 0; i < rows; i++) {
            sum[i] += base + more * isPositive(z[i]);
        }
    }

    /**
     * Lowers distances to where z reaches its nearest breakpoint, in a variable in which z has the slope {@code -1 /
     * factor}. Breakpoints in the other direction count as {@link #UNREACHABLE} times as far.
     */
    static void lowerDistances(double factor, Activation activation, double[] z, double[] distances, int rows) {
        if (activation.shape() == Activation.Shape.HINGE) {
            if (!activation.isIdentity()) {
                lowerDistances(factor, z, distances, rows);
            }
            return;
        }
        ActivationPieces pieces = pieces(activation);
        double absolute = Math.abs(factor) * ABSOLUTE_FACTOR;
        double signed = factor * SIGNED_FACTOR;
        for (int index = 0; index < pieces.breakpointCount(); index++) {
            double breakpoint = pieces.breakpoint(index);
            for (int i = 0; i < rows; i++) {
                double beyond = z[i] - breakpoint;
                distances[i] = Math.min(distances[i], Math.abs(beyond) * absolute + beyond * signed);
            }
        }
    }

    /**
     * Lowers distances to where z reaches 0, as {@link #lowerDistances(double, Activation, double[], double[], int)}
     * does.
     */
    private static void lowerDistances(double factor, double[] z, double[] distances, int rows) {
        double absolute = Math.abs(factor) * ABSOLUTE_FACTOR;
        double signed = factor * SIGNED_FACTOR;
        for (int i = 0; i < rows; i++) {
            distances[i] = Math.min(distances[i], Math.abs(z[i]) * absolute + z[i] * signed);
        }
    }

    /**
     * Sets distances to where the first of several columns reaches a breakpoint, each with its own factor; see {@link
     * #lowerDistances(double, Activation, double[], double[], int)}.
     */
    static void breakpointDistances(
            double[] factors, Activation activation, double[][] z, int count, double[] distances, int rows) {
        Arrays.fill(distances, 0, rows, Double.MAX_VALUE);
        if (activation.shape() != Activation.Shape.HINGE) {
            for (int k = 0; k < count; k++) {
                lowerDistances(factors[k], activation, z[k], distances, rows);
            }
            return;
        }
        int k = 0;
        for (; k + GROUP <= count; k += GROUP) {
            lowerDistancesOfGroup(factors, k, z, distances, rows);
        }
        for (; k < count; k++) {
            lowerDistances(factors[k], z[k], distances, rows);
        }
    }

    private static void lowerDistancesOfGroup(double[] factors, int from, double[][] z, double[] distances, int rows) {
        double absolute0 = Math.abs(factors[from]) * ABSOLUTE_FACTOR;
        double absolute1 = Math.abs(factors[from + 1]) * ABSOLUTE_FACTOR;
        double absolute2 = Math.abs(factors[from + 2]) * ABSOLUTE_FACTOR;
        double absolute3 = Math.abs(factors[from + 3]) * ABSOLUTE_FACTOR;
        double signed0 = factors[from] * SIGNED_FACTOR;
        double signed1 = factors[from + 1] * SIGNED_FACTOR;
        double signed2 = factors[from + 2] * SIGNED_FACTOR;
        double signed3 = factors[from + 3] * SIGNED_FACTOR;
        double[] z0 = z[from];
        double[] z1 = z[from + 1];
        double[] z2 = z[from + 2];
        double[] z3 = z[from + 3];
        for (int i = 0; i < rows; i++) {
            distances[i] = Math.min(
                    distances[i],
                    Math.min(
                            Math.min(
                                    Math.abs(z0[i]) * absolute0 + z0[i] * signed0,
                                    Math.abs(z1[i]) * absolute1 + z1[i] * signed1),
                            Math.min(
                                    Math.abs(z2[i]) * absolute2 + z2[i] * signed2,
                                    Math.abs(z3[i]) * absolute3 + z3[i] * signed3)));
        }
    }
}
