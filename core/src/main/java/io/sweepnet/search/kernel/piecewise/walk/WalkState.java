package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.network.ActivationPieces;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import java.util.Arrays;

/**
 * The state of a walk along a row: for every unit from the parameter's layer on, its pre-activation as a straight line
 * {@code at0 + slope t}, and the piece of its activation. All arrays are by [layer][unit].
 */
final class WalkState {

    final double[][] at0;
    final double[][] slope;
    final int[][] piece;

    /**
     * The distance from t = 0, in the direction of the walk, at which a pre-activation reaches the end of its piece;
     * infinite where it does not.
     */
    final double[][] nextBreakpoint;

    private final double[] parameters;
    private final PreActivations z;
    private final boolean[] canJumpIn;

    /** Slopes and intercepts of the pieces of activations, [layer][piece]. */
    private final double[][] slopes;

    private final double[][] intercepts;

    /**
     * The lower ends of the pieces of activations, the first one negative infinity, and at last positive infinity,
     * [layer][piece].
     */
    private final double[][] ends;

    private final int[] weightOffsets;
    private final int[] biasOffsets;

    /** The pre-activations of the tile, [layer][unit][row]. */
    private final double[][][] columns;

    /** The lines and pieces around t = 0. */
    private final double[][] startAt0;

    private final double[][] startSlope;
    private final int[][] startPiece;
    private int layer;
    private int unit;

    WalkState(Architecture architecture, double[] parameters, PreActivations z) {
        this.parameters = parameters;
        this.z = z;
        int layers = architecture.layerCount();
        canJumpIn = new boolean[layers];
        slopes = new double[layers][];
        intercepts = new double[layers][];
        ends = new double[layers][];
        weightOffsets = new int[layers];
        biasOffsets = new int[layers];
        columns = new double[layers][][];
        at0 = new double[layers][];
        slope = new double[layers][];
        piece = new int[layers][];
        nextBreakpoint = new double[layers][];
        startAt0 = new double[layers][];
        startSlope = new double[layers][];
        startPiece = new int[layers][];
        for (int l = 0; l < layers; l++) {
            setPieces(l, architecture.activation(l).pieces().orElseThrow());
            weightOffsets[l] = architecture.weightOffset(l);
            biasOffsets[l] = architecture.biasOffset(l);
            int count = architecture.units(l);
            columns[l] = new double[count][];
            at0[l] = new double[count];
            slope[l] = new double[count];
            piece[l] = new int[count];
            nextBreakpoint[l] = new double[count];
            startAt0[l] = new double[count];
            startSlope[l] = new double[count];
            startPiece[l] = new int[count];
        }
    }

    private void setPieces(int l, ActivationPieces activation) {
        canJumpIn[l] = activation.areFlat();
        slopes[l] = activation.slopes();
        intercepts[l] = activation.intercepts();
        ends[l] = new double[activation.count() + 1];
        ends[l][0] = Double.NEGATIVE_INFINITY;
        System.arraycopy(activation.breakpoints(), 0, ends[l], 1, activation.breakpointCount());
        ends[l][activation.count()] = Double.POSITIVE_INFINITY;
    }

    /** Begins a step for a parameter of a unit. */
    void begin(int layer, int unit) {
        this.layer = layer;
        this.unit = unit;
        Arrays.fill(nextBreakpoint[layer], Double.POSITIVE_INFINITY);
        Arrays.fill(startSlope[layer], 0);
    }

    /** Sets the tile whose rows follow. */
    void tile(int tile) {
        for (int l = layer; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                columns[l][k] = z.of(l, k)[tile];
            }
        }
    }

    /**
     * Sets the lines to those around t = 0.
     *
     * @param i position of the row in its tile
     * @param input the factor of the parameter in this row
     */
    void start(int i, double input) {
        startSlope[layer][unit] = input;
        // Other units of the layer matter only where later layers are computed in the order of a forward pass, or in
        // the output layer.
        boolean isAlone = !canJumpIn[layer] && layer < columns.length - 1;
        for (int k = isAlone ? unit : 0; k < (isAlone ? unit + 1 : columns[layer].length); k++) {
            startAt0[layer][k] = columns[layer][k][i];
            startPiece[layer][k] = pieceOf(layer, startAt0[layer][k]);
        }
        for (int l = layer + 1; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                double value = columns[l][k][i];
                startAt0[l][k] = value;
                startPiece[l][k] = pieceOf(l, value);
                startSlope[l][k] = startSlope(l, k);
            }
        }
        restart();
    }

    private double startSlope(int l, int k) {
        int inputs = columns[l - 1].length;
        int weightOffset = weightOffset(l, k);
        if (l == layer + 1) {
            return parameters[weightOffset + unit] * startSlope[layer][unit] * slopes[l - 1][startPiece[layer][unit]];
        }
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
            sum += parameters[weightOffset + input]
                    * startSlope[l - 1][input]
                    * slopes[l - 1][startPiece[l - 1][input]];
        }
        return sum;
    }

    /** Sets the lines back to those around t = 0. */
    void restart() {
        for (int l = layer; l < columns.length; l++) {
            System.arraycopy(startAt0[l], 0, at0[l], 0, at0[l].length);
            System.arraycopy(startSlope[l], 0, slope[l], 0, slope[l].length);
            System.arraycopy(startPiece[l], 0, piece[l], 0, piece[l].length);
        }
    }

    /** Sets the next breakpoints of all units. */
    void setNextBreakpoints(double direction) {
        setNextBreakpoint(layer, unit, direction, 0);
        for (int l = layer + 1; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                setNextBreakpoint(l, k, direction, 0);
            }
        }
    }

    /** Sets the next breakpoint of a unit, not before {@code from}. */
    void setNextBreakpoint(int l, int k, double direction, double from) {
        double rate = direction * slope[l][k];
        double end = ends[l][rate > 0 ? piece[l][k] + 1 : piece[l][k]];
        // The division costs more than the branch.
        boolean isApproaching = rate != 0 && Math.abs(end) < Double.POSITIVE_INFINITY;
        nextBreakpoint[l][k] = isApproaching ? Math.max((end - at0[l][k]) / rate, from) : Double.POSITIVE_INFINITY;
    }

    /** Moves a unit to its next piece in the direction of the walk; returns the breakpoint between the two. */
    double enterNext(int l, int k, double direction) {
        boolean rises = direction * slope[l][k] > 0;
        double breakpoint = ends[l][rises ? piece[l][k] + 1 : piece[l][k]];
        piece[l][k] += rises ? 1 : -1;
        return breakpoint;
    }

    /** Returns the number of units of a layer. */
    int count(int l) {
        return columns[l].length;
    }

    /** Returns the flat index of a unit's first weight. */
    int weightOffset(int l, int k) {
        return weightOffsets[l] + k * (l == 0 ? 0 : columns[l - 1].length);
    }

    /** Returns whether the activations of a layer are flat except for jumps. */
    boolean canJump(int l) {
        return canJumpIn[l];
    }

    /** Returns the piece of a pre-activation, as {@link ActivationPieces#piece} does. */
    int pieceOf(int l, double value) {
        double[] bounds = ends[l];
        boolean isBreakpointAbove = canJumpIn[l];
        int found = 0;
        for (int next = 1; next < bounds.length - 1; next++) {
            found += (isBreakpointAbove ? value >= bounds[next] : value > bounds[next]) ? 1 : 0;
        }
        return found;
    }

    /** Returns whether a pre-activation is within {@code error} of a breakpoint of its activation. */
    boolean isAtBreakpoint(int l, double value, double error) {
        double[] bounds = ends[l];
        boolean isAt = false;
        for (int index = 1; index < bounds.length - 1; index++) {
            isAt |= Math.abs(value - bounds[index]) <= error;
        }
        return isAt;
    }

    /** Returns the slope of a piece of an activation. */
    double pieceSlope(int l, int piece) {
        return slopes[l][piece];
    }

    /** Returns the slope in t of a unit's activation. */
    double activationSlope(int l, int k) {
        return slope[l][k] * slopes[l][piece[l][k]];
    }

    /** Returns the value of an activation on a piece, as {@link ActivationPieces#value} does. */
    double activationValue(int l, int piece, double value) {
        return intercepts[l][piece] + slopes[l][piece] * value;
    }

    /** Returns the pre-activation of a unit after a layer that jumps, with the bits of a forward pass. */
    double forwardPreActivation(int l, int k) {
        int weightOffset = weightOffset(l, k);
        double sum = parameters[biasOffsets[l] + k];
        for (int input = 0; input < columns[l - 1].length; input++) {
            sum += parameters[weightOffset + input] * intercepts[l - 1][piece[l - 1][input]];
        }
        return sum;
    }
}
