package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * The bends of rows under squared error where the parameter belongs to the last hidden layer or the one before it, and the
 * outputs are sums: then all of them are known beforehand. Everything depends on the change e of the activation of the
 * parameter's unit. Where unit k of the next layer meets 0, at e_k = -z_k / w_k, a hinge h_k = G_k (t - t_k) is added to
 * the residual's line, whatever the others do. The square of line and hinges is that of the line, and from t_k on
 * 2 line h_k + h_k^2, and from the farther of t_j and t_k on 2 h_j h_k: nothing has to be sorted.
 */
final class SquaredHinges {

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final int outputs;
    private PieceSink sums;

    private int layer;
    private int unit;
    private boolean isBent;

    /** Number of units of the next layer that the unit feeds and that bend; weights to them, and their gains. */
    private int fed;

    private final int[] units;
    private final double[] inward;

    /** What the slope of an output in e gains where a unit of the next layer goes on, [k][output]. */
    private final double[][] gain;

    private double low;
    private double high;
    private int tile;
    private final BentRows bent;

    /** Rows that were found to do something; and of each its place in e, and the pre-activation that meets 0 there. */
    private final int[] found = new int[Tiles.ROWS + 1];

    private final double[] foundMeets = new double[Tiles.ROWS + 1];
    private final double[] foundValues = new double[Tiles.ROWS + 1];

    /** Hinges of each row so far: how many, and [row * widest + hinge] where in e, which unit, whether it goes off or on. */
    private final int[] hinges = new int[Tiles.ROWS];

    private final double[] meets;
    private final int[] which;
    private final double[] signs;
    private final int widest;

    SquaredHinges(
            Architecture architecture, double[] parameters, PreActivations z, UnitLines unitLines, SquaredTable table) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.z = z;
        this.outputs = architecture.outputSize();
        this.widest =
                architecture.sizes().stream().mapToInt(Integer::intValue).max().orElseThrow();
        units = new int[widest];
        inward = new double[widest];
        gain = new double[widest][outputs];
        bent = new BentRows(architecture, z, unitLines, table);
        meets = new double[widest * Tiles.ROWS];
        which = new int[widest * Tiles.ROWS];
        signs = new double[widest * Tiles.ROWS];
    }

    /** Whether the parameters of a layer are of this kind. */
    static boolean serves(Architecture architecture, int layer) {
        int last = architecture.layerCount() - 1;
        if (architecture.activation(last) != Activation.IDENTITY || layer == last || layer < last - 2) {
            return false;
        }
        boolean ownServes = architecture.activation(layer) == Activation.IDENTITY
                || architecture.activation(layer) == Activation.RELU;
        return ownServes && architecture.activation(last - 1).shape() == Activation.Shape.LINEAR;
    }

    /** A step begins, for a parameter of this unit in this range, whose rows are added to these sums. */
    void begin(int layer, int unit, double low, double high, PieceSink sums) {
        this.layer = layer;
        this.unit = unit;
        this.low = low;
        this.high = high;
        this.sums = sums;
        isBent = architecture.activation(layer) != Activation.IDENTITY;
        fed = 0;
        double leak = Bends.below(architecture.activation(layer + 1));
        if (layer == architecture.layerCount() - 2 || leak == 1) {
            return;
        }
        int size = architecture.inputs(layer + 1);
        int toNext = architecture.weightOffset(layer + 1) + unit;
        int nextUnits = architecture.units(layer + 1);
        int toOutputs = architecture.weightOffset(layer + 2);
        for (int k = 0; k < nextUnits; k++) {
            double w = parameters[toNext + k * size];
            if (w != 0) {
                units[fed] = k;
                inward[fed] = w;
                for (int o = 0; o < outputs; o++) {
                    gain[fed][o] = parameters[toOutputs + o * nextUnits + k] * w * (1 - leak);
                }
                fed++;
            }
        }
    }

    /**
     * Adds what rows of a tile do at their bends.
     *
     * @param rows rows of the tile
     * @param input what the parameter multiplies in each row of the tile, not 0 in these
     */
    void add(int tile, int[] rows, int count, double[] input) {
        this.tile = tile;
        bent.set(layer, unit, tile, rows, count, input, low, high);
        Arrays.fill(hinges, 0, count, 0);
        if (isBent) {
            goOn();
        }
        for (int k = 0; k < fed; k++) {
            addHinges(k, find(k));
        }
        if (isBent) {
            goOff();
        }
    }

    /** Where the unit goes on, residuals that were constant get slopes. */
    private void goOn() {
        int going = 0;
        for (int row = 0; row < bent.count; row++) {
            found[going] = row;
            going += Signs.isPositive(bent.highest[row] - BentRows.TINY) & (1 - Signs.isPositive(bent.at[row]));
        }
        for (int f = 0; f < going; f++) {
            int row = found[f];
            double c0 = 0;
            double c1 = 0;
            double c2 = 0;
            for (int o = 0; o < outputs; o++) {
                double p = bent.at0[o][row];
                double g = bent.slope[o][row];
                c0 += (p - bent.residual[o][row]) * (p + bent.residual[o][row]);
                c1 += p * g;
                c2 += g * g;
            }
            double weight = bent.weights[row];
            sums.change(
                    -bent.at[row] * bent.perInput[row], bent.inputs[row] > 0, weight * c0, weight * c1, weight * c2);
        }
    }

    /** Finds the rows in which a unit of the next layer meets 0, without a branch. */
    private int find(int k) {
        double[] next = z.of(layer + 1, units[k])[tile];
        double perInward = -1 / inward[k];
        int hits = 0;
        for (int row = 0; row < bent.count; row++) {
            double value = next[bent.rows[row]];
            double meet = value * perInward;
            found[hits] = row;
            foundMeets[hits] = meet;
            foundValues[hits] = value;
            hits += Signs.isPositive((meet - bent.lowest[row]) * (bent.highest[row] - meet));
        }
        return hits;
    }

    private void addHinges(int k, int hits) {
        for (int f = 0; f < hits; f++) {
            int row = found[f];
            double meet = foundMeets[f];
            boolean isUp = meet > 0 || (meet == 0 && inward[k] > 0);
            if (meet == 0 && (isUp ? bent.highest[row] <= BentRows.TINY : bent.lowest[row] >= -BentRows.TINY)) {
                // It starts at its bend, and moves away from it.
                continue;
            }
            double input = bent.inputs[row];
            double sign = foundValues[f] > 0 ? -1 : 1;
            double t = (meet - bent.shift[row]) * bent.perInput[row];
            double c0 = 0;
            double c1 = 0;
            double c2 = 0;
            for (int o = 0; o < outputs; o++) {
                double g = sign * input * gain[k][o];
                double gt = g * t;
                double p = bent.at0[o][row];
                double lineSlope = bent.slope[o][row];
                c0 -= gt * (2 * p - gt);
                c1 += g * (p - t * lineSlope - gt);
                c2 += g * (2 * lineSlope + g);
            }
            double weight = bent.weights[row];
            sums.change(t, isUp == input > 0, weight * c0, weight * c1, weight * c2);
            int first = widest * row;
            int end = first + hinges[row];
            for (int other = first; other < end; other++) {
                addPair(row, other, isUp, t, sign, k);
            }
            meets[end] = meet;
            which[end] = k;
            signs[end] = sign;
            hinges[row]++;
        }
    }

    private boolean isUp(int hinge) {
        return meets[hinge] > 0 || (meets[hinge] == 0 && inward[which[hinge]] > 0);
    }

    /** Twice the product of two hinges, from the farther one on. */
    private void addPair(int row, int other, boolean isUp, double t, double sign, int k) {
        if (isUp != isUp(other)) {
            return;
        }
        double otherT = (meets[other] - bent.shift[row]) * bent.perInput[row];
        double product = 0;
        for (int o = 0; o < outputs; o++) {
            product += gain[which[other]][o] * gain[k][o];
        }
        product *= bent.weights[row] * sign * signs[other] * bent.inputs[row] * bent.inputs[row];
        double farther = Math.abs(t) > Math.abs(otherT) ? t : otherT;
        sums.change(
                farther, isUp == bent.inputs[row] > 0, 2 * product * t * otherT, -product * (t + otherT), 2 * product);
    }

    /** Where the unit goes off, the residuals stay where they are. */
    private void goOff() {
        int going = 0;
        for (int row = 0; row < bent.count; row++) {
            found[going] = row;
            going += Signs.isPositive(bent.at[row]) & Signs.isPositive(-bent.at[row] - bent.uncut[row]);
        }
        for (int f = 0; f < going; f++) {
            goOff(found[f]);
        }
    }

    private void goOff(int row) {
        double t = -bent.at[row] * bent.perInput[row];
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        for (int o = 0; o < outputs; o++) {
            double p = bent.at0[o][row];
            double g = bent.slope[o][row];
            for (int hinge = widest * row; hinge < widest * row + hinges[row]; hinge++) {
                if (!isUp(hinge)) {
                    double added = signs[hinge] * bent.inputs[row] * gain[which[hinge]][o];
                    g += added;
                    p -= added * meets[hinge] * bent.perInput[row];
                }
            }
            double moved = g * t;
            c0 += moved * (2 * p + moved);
            c1 -= p * g;
            c2 -= g * g;
        }
        double weight = bent.weights[row];
        sums.change(t, bent.inputs[row] < 0, weight * c0, weight * c1, weight * c2);
    }
}
