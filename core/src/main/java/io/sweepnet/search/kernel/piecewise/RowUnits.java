package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * The units of a row from the changed one on: their pre-activations as straight lines in t, at0 + slope t, and on which side
 * of 0 they are on the piece that a walk is on. All by [layer][unit].
 */
final class RowUnits {

    final double[][] at0;
    final double[][] slope;
    final boolean[][] on;

    /** How far from t = 0 in the direction of the walk a pre-activation meets 0; infinite where it does not. */
    final double[][] meets;

    private final double[] parameters;
    private final PreActivations z;
    private final Activation[] activations;
    private final boolean[] jumping;
    private final double[] above;
    private final double[] below;
    private final int[] weightOffsets;
    private final int[] biasOffsets;

    /** Of the tile, [layer][unit][row]. */
    private final double[][][] columns;

    /** What the lines are around t = 0. */
    private final double[][] startAt0;

    private final double[][] startSlope;
    private final boolean[][] startOn;
    private int layer;
    private int unit;

    RowUnits(Architecture architecture, double[] parameters, PreActivations z) {
        this.parameters = parameters;
        this.z = z;
        int layers = architecture.layerCount();
        activations = architecture.activations().toArray(Activation[]::new);
        jumping = new boolean[layers];
        above = new double[layers];
        below = new double[layers];
        weightOffsets = new int[layers];
        biasOffsets = new int[layers];
        columns = new double[layers][][];
        at0 = new double[layers][];
        slope = new double[layers][];
        on = new boolean[layers][];
        meets = new double[layers][];
        startAt0 = new double[layers][];
        startSlope = new double[layers][];
        startOn = new boolean[layers][];
        for (int l = 0; l < layers; l++) {
            jumping[l] = activations[l].shape() == Activation.Shape.CONSTANT;
            above[l] = Bends.above(activations[l]);
            below[l] = Bends.below(activations[l]);
            weightOffsets[l] = architecture.weightOffset(l);
            biasOffsets[l] = architecture.biasOffset(l);
            int count = architecture.units(l);
            columns[l] = new double[count][];
            at0[l] = new double[count];
            slope[l] = new double[count];
            on[l] = new boolean[count];
            meets[l] = new double[count];
            startAt0[l] = new double[count];
            startSlope[l] = new double[count];
            startOn[l] = new boolean[count];
        }
    }

    /** A step begins, for a parameter of this unit. */
    void begin(int layer, int unit) {
        this.layer = layer;
        this.unit = unit;
        Arrays.fill(meets[layer], Double.POSITIVE_INFINITY);
        Arrays.fill(startSlope[layer], 0);
    }

    void tile(int tile) {
        for (int l = layer; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                columns[l][k] = z.of(l, k)[tile];
            }
        }
    }

    /** Sets the lines to those around t = 0, for a row of the tile and what the parameter multiplies in it. */
    void start(int i, double input) {
        startSlope[layer][unit] = input;
        // Beside the unit, others of its layer count where what comes behind is computed anew, or where they are
        // outputs.
        boolean alone = !jumping[layer] && layer < columns.length - 1;
        for (int k = alone ? unit : 0; k < (alone ? unit + 1 : columns[layer].length); k++) {
            startAt0[layer][k] = columns[layer][k][i];
            startOn[layer][k] = isOn(layer, startAt0[layer][k]);
        }
        for (int l = layer + 1; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                double value = columns[l][k][i];
                startAt0[l][k] = value;
                startOn[l][k] = isOn(l, value);
                startSlope[l][k] = startSlope(l, k);
            }
        }
        restart();
    }

    private double startSlope(int l, int k) {
        int inputs = columns[l - 1].length;
        int weights = weights(l, k);
        if (l == layer + 1) {
            return parameters[weights + unit] * startSlope[layer][unit] * factor(l - 1, startOn[layer][unit]);
        }
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
            sum += parameters[weights + input] * startSlope[l - 1][input] * factor(l - 1, startOn[l - 1][input]);
        }
        return sum;
    }

    /** Sets the lines back to those around t = 0. */
    void restart() {
        for (int l = layer; l < columns.length; l++) {
            System.arraycopy(startAt0[l], 0, at0[l], 0, at0[l].length);
            System.arraycopy(startSlope[l], 0, slope[l], 0, slope[l].length);
            System.arraycopy(startOn[l], 0, on[l], 0, on[l].length);
        }
    }

    /** Finds where all pre-activations meet 0. */
    void setMeets(double direction) {
        setMeet(layer, unit, direction, 0);
        for (int l = layer + 1; l < columns.length; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                setMeet(l, k, direction, 0);
            }
        }
    }

    /** Finds where a pre-activation meets 0, not before {@code from}. */
    void setMeet(int l, int k, double direction, double from) {
        double rate = direction * slope[l][k];
        boolean heads = (on[l][k] ? rate < 0 : rate > 0) && activations[l] != Activation.IDENTITY;
        meets[l][k] = heads ? Math.max(-at0[l][k] / rate, from) : Double.POSITIVE_INFINITY;
    }

    /** Number of units of a layer. */
    int count(int l) {
        return columns[l].length;
    }

    /** Place of a unit's first weight. */
    int weights(int l, int k) {
        return weightOffsets[l] + k * (l == 0 ? 0 : columns[l - 1].length);
    }

    /** Whether the units of a layer jump at 0. */
    boolean isJumping(int l) {
        return jumping[l];
    }

    boolean isOn(int l, double value) {
        return jumping[l] ? value >= 0 : value > 0;
    }

    /** What a slope is multiplied by on a side of 0. */
    double factor(int l, boolean isOn) {
        return isOn ? above[l] : below[l];
    }

    double activationSlope(int l, int k) {
        return slope[l][k] * factor(l, on[l][k]);
    }

    /** Value of an activation on a side of 0. */
    double activation(int l, boolean isOn, double value) {
        return switch (activations[l]) {
            case STEP -> isOn ? 1 : 0;
            case SIGN -> isOn ? 1 : -1;
            case RELU -> isOn ? value : 0;
            case LEAKY_RELU -> isOn ? value : Activation.LEAK * value;
            default -> value;
        };
    }

    /** A pre-activation behind units that jump, with the bits of a forward pass. */
    double inOrder(int l, int k) {
        int weights = weights(l, k);
        double sum = parameters[biasOffsets[l] + k];
        for (int input = 0; input < columns[l - 1].length; input++) {
            sum += parameters[weights + input] * activation(l - 1, on[l - 1][input], 0);
        }
        return sum;
    }
}
