package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * Walks along the pieces of a row as a parameter moves away from its current value, in a network of any depth whose
 * activations bend or jump at 0. All pre-activations are straight lines in t; where the next of them meets 0, the lines of
 * all units behind it change.
 */
final class DeepWalk {

    /** A walk of more pieces than this is given up. */
    private static final int MOST_PIECES = 100_000;

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final ErrorBounds bounds;
    private final RowLoss loss;
    private final OutputLines lines;
    private final int last;

    /** Of each layer. */
    private final Activation[] activations;

    private final boolean[] jumping;
    private final int[] weightOffsets;
    private final double[] above;
    private final double[] below;

    /** Of the tile, [layer][unit][row]. */
    private final double[][][] columns;

    /** [layer][unit]: the lines of pre-activations, at0 + slope t; and on which side of 0 they are. */
    private final double[][] at0;

    private final double[][] slope;
    private final boolean[][] on;

    /** [layer][unit]: of activations, by how much a value jumps at an event, and by how much its slope changes. */
    private final double[][] jumps;

    private final double[][] bends;

    private int layer;
    private int unit;
    private int tile;

    /** Whether the lines are no longer those around t = 0. */
    private boolean isChanged;

    DeepWalk(Architecture architecture, double[] parameters, PreActivations z, ErrorBounds bounds, RowLoss loss) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.z = z;
        this.bounds = bounds;
        this.loss = loss;
        this.lines = new OutputLines(architecture.outputSize());
        int layers = architecture.layerCount();
        this.last = layers - 1;
        activations = architecture.activations().toArray(Activation[]::new);
        jumping = new boolean[layers];
        weightOffsets = new int[layers];
        above = new double[layers];
        below = new double[layers];
        columns = new double[layers][][];
        for (int l = 0; l < layers; l++) {
            jumping[l] = activations[l].shape() == Activation.Shape.CONSTANT;
            weightOffsets[l] = architecture.weightOffset(l);
            above[l] = Bends.above(activations[l]);
            below[l] = Bends.below(activations[l]);
            columns[l] = new double[architecture.units(l)][];
        }
        at0 = new double[layers][];
        slope = new double[layers][];
        on = new boolean[layers][];
        jumps = new double[layers][];
        bends = new double[layers][];
        for (int l = 0; l < layers; l++) {
            int count = architecture.units(l);
            at0[l] = new double[count];
            slope[l] = new double[count];
            on[l] = new boolean[count];
            jumps[l] = new double[count];
            bends[l] = new double[count];
        }
    }

    /** A step begins, for a parameter of this unit, whose rows are added to these sums. */
    void begin(int layer, int unit, PieceSink sums) {
        loss.into(sums);
        this.layer = layer;
        this.unit = unit;
    }

    void tile(int tile) {
        this.tile = tile;
        for (int l = layer; l <= last; l++) {
            for (int k = 0; k < columns[l].length; k++) {
                columns[l][k] = z.of(l, k)[tile];
            }
        }
    }

    /**
     * Walks along one row, to both sides.
     *
     * @param i row of the tile
     * @param input what the parameter multiplies in this row
     * @param low end of the range, at or below 0, as a distance from the current value
     * @param high end at or above 0
     * @return false where the row has too many pieces
     */
    boolean walk(int i, double input, double weight, double low, double high) {
        start(i, input);
        loss.begin(z.tiles().from(tile) + i, weight, lines);
        loss.side(true);
        isChanged = false;
        if (!side(true, high)) {
            return false;
        }
        if (isChanged) {
            start(i, input);
        }
        loss.side(false);
        return side(false, low);
    }

    private void start(int i, double input) {
        Arrays.fill(slope[layer], 0);
        slope[layer][unit] = input;
        for (int l = layer; l <= last; l++) {
            for (int k = 0; k < at0[l].length; k++) {
                at0[l][k] = columns[l][k][i];
                on[l][k] = isOn(l, at0[l][k]);
                if (l > layer) {
                    slope[l][k] = startSlope(l, k);
                }
            }
        }
        setOutputs();
    }

    private double startSlope(int l, int k) {
        int inputs = architecture.inputs(l);
        int weights = weightOffsets[l] + k * inputs;
        if (l == layer + 1) {
            return parameters[weights + unit] * activationSlope(layer, unit);
        }
        double sum = 0;
        for (int input = 0; input < inputs; input++) {
            sum += parameters[weights + input] * activationSlope(l - 1, input);
        }
        return sum;
    }

    private boolean isOn(int l, double value) {
        return jumping[l] ? value >= 0 : value > 0;
    }

    private double activationSlope(int l, int k) {
        return slope[l][k] * (on[l][k] ? above[l] : below[l]);
    }

    /** Value of an activation on a side of 0. */
    private double activation(int l, boolean isOn, double value) {
        return switch (activations[l]) {
            case STEP -> isOn ? 1 : 0;
            case SIGN -> isOn ? 1 : -1;
            case RELU -> isOn ? value : 0;
            case LEAKY_RELU -> isOn ? value : Activation.LEAK * value;
            default -> value;
        };
    }

    private void setOutputs() {
        for (int o = 0; o < lines.slope.length; o++) {
            lines.at0[o] = activation(last, on[last][o], at0[last][o]);
            lines.slope[o] = activationSlope(last, o);
        }
        lines.isStill = activationSlope(layer, unit) == 0;
    }

    private boolean side(boolean toTheRight, double limit) {
        double direction = toTheRight ? 1 : -1;
        double from = 0;
        double margin = 0;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            double nearest = Double.POSITIVE_INFINITY;
            int nextLayer = -1;
            int nextUnit = -1;
            for (int l = layer; l <= last; l++) {
                if (activations[l] == Activation.IDENTITY) {
                    continue;
                }
                for (int k = 0; k < slope[l].length; k++) {
                    double rate = direction * slope[l][k];
                    if (on[l][k] ? rate < 0 : rate > 0) {
                        double distance = Math.max(-at0[l][k] / rate, direction * from);
                        if (distance < nearest) {
                            nearest = distance;
                            nextLayer = l;
                            nextUnit = k;
                        }
                    }
                }
            }
            if (!(nearest < direction * limit)) {
                loss.piece(from, limit, lines, margin);
                jumpsAtEnd(direction, limit);
                return true;
            }
            double to = direction * nearest;
            loss.piece(from, to, lines, margin);
            boolean isJump = jumping[nextLayer];
            double nextMargin = isJump ? bounds.of(nextLayer, nextUnit) / Math.abs(slope[nextLayer][nextUnit]) : 0;
            if (margin > 0 && isJump && Math.abs(to - from) <= margin + nextMargin) {
                // Two jumps as good as in one place may come in either order.
                loss.unknown(from - direction * margin, to + direction * nextMargin);
            }
            margin = nextMargin;
            from = to;
            if (!event(nextLayer, nextUnit, to, isJump)) {
                loss.unknown(isJump ? to - direction * margin : to, limit);
                return true;
            }
        }
        return false;
    }

    /** A jump at the end of the range, or as good as there, leaves it open what the outputs are at the end. */
    private void jumpsAtEnd(double direction, double limit) {
        for (int l = layer; l <= last; l++) {
            if (jumping[l]) {
                for (int k = 0; k < slope[l].length; k++) {
                    double rate = direction * slope[l][k];
                    if ((on[l][k] ? rate < 0 : rate > 0)
                            && (-at0[l][k] - bounds.of(l, k) * Math.signum(rate)) / rate <= direction * limit) {
                        loss.unknown(limit - direction * bounds.of(l, k) / Math.abs(rate), limit);
                    }
                }
            }
        }
    }

    /** A pre-activation has met 0; false where it is not certain what follows. */
    private boolean event(int eventLayer, int eventUnit, double t, boolean isJump) {
        isChanged = true;
        boolean isOn = !on[eventLayer][eventUnit];
        double slopeBefore = activationSlope(eventLayer, eventUnit);
        double jump = isJump ? activation(eventLayer, isOn, 0) - activation(eventLayer, !isOn, 0) : 0;
        on[eventLayer][eventUnit] = isOn;
        if (isJump && eventLayer == last) {
            setOutputs();
            return true;
        }
        for (int l = eventLayer; l < last; l++) {
            Arrays.fill(jumps[l], 0);
            Arrays.fill(bends[l], 0);
        }
        jumps[eventLayer][eventUnit] = jump;
        bends[eventLayer][eventUnit] = activationSlope(eventLayer, eventUnit) - slopeBefore;
        for (int l = eventLayer + 1; l <= last; l++) {
            for (int k = 0; k < at0[l].length; k++) {
                if (!pass(l, k, t)) {
                    return false;
                }
            }
        }
        setOutputs();
        return true;
    }

    /** Passes on what the layer before does at an event. */
    private boolean pass(int l, int k, double t) {
        int inputs = architecture.inputs(l);
        int weights = weightOffsets[l] + k * inputs;
        double jump = 0;
        double bend = 0;
        double inOrder = 0;
        if (jumping[l - 1]) {
            inOrder = inOrder(l, weights, inputs, architecture.biasOffset(l) + k);
            jump = inOrder - at0[l][k];
        } else {
            for (int input = 0; input < inputs; input++) {
                double weight = parameters[weights + input];
                jump += weight * jumps[l - 1][input];
                bend += weight * bends[l - 1][input];
            }
        }
        double valueBefore = activation(l, on[l][k], at0[l][k] + slope[l][k] * t);
        double slopeBefore = activationSlope(l, k);
        at0[l][k] = jumping[l - 1] ? inOrder : at0[l][k] + jump - bend * t;
        slope[l][k] += bend;
        double value = at0[l][k] + slope[l][k] * t;
        if ((jump != 0 || bend != 0) && jumping[l] && bounds.of(l, k) > 0 && Math.abs(value) <= bounds.of(l, k)) {
            return false;
        }
        if (jump != 0) {
            on[l][k] = isOn(l, value);
            if (l < last) {
                jumps[l][k] = activation(l, on[l][k], value) - valueBefore;
            }
        }
        if (l < last) {
            bends[l][k] = activationSlope(l, k) - slopeBefore;
        }
        return true;
    }

    /** A pre-activation behind units that jump, with the bits of a forward pass. */
    private double inOrder(int l, int weights, int inputs, int bias) {
        double sum = parameters[bias];
        for (int input = 0; input < inputs; input++) {
            sum += parameters[weights + input] * activation(l - 1, on[l - 1][input], 0);
        }
        return sum;
    }
}
