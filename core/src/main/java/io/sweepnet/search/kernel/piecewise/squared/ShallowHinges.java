package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.BranchFree;
import io.sweepnet.search.kernel.piecewise.pieces.BreakpointBatch;
import io.sweepnet.search.kernel.piecewise.pieces.HingeLoops;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.pieces.UnitLines;
import io.sweepnet.search.kernel.piecewise.pieces.WeightedTargets;

/**
 * The bends of rows under squared error where the parameter belongs to the last hidden layer or the one before it, and the
 * outputs are sums: then all of them are known beforehand. Everything depends on the change e of the activation of the
 * parameter's unit. Where unit k of the next layer meets 0, at e_k = -z_k / w_k, a hinge h_k = G_k (t - t_k) is added to
 * the residual's line, whatever the others do. The square of line and hinges is that of the line, and from t_k on
 * 2 line h_k + h_k^2, and from the farther of t_j and t_k on 2 h_j h_k: nothing has to be sorted.
 */
public final class ShallowHinges {

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final int outputs;
    private PieceCollector sums;

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
    private final CrossingFinder finder = new CrossingFinder();
    private final RowsWithBreakpoints bent;

    /** Of a unit of the next layer, by [row of the bent ones]: how far it is from 0, where in e it meets it, and whether in range. */
    private final double[] distances = new double[Tiles.ROWS];

    private final double[] meeting = new double[Tiles.ROWS];
    private final double[] inside = new double[Tiles.ROWS];

    /** Rows in which something was found. */
    private final int[] found = new int[Tiles.ROWS];

    /** Of each found: whether a unit goes on (1) or off (-1), and the slope of its hinge but for an output's gain. */
    private final double[] signs = new double[Tiles.ROWS];

    private final double[] gains = new double[Tiles.ROWS];

    /** Of each found: the line of an output. */
    private final double[] at0 = new double[Tiles.ROWS];

    private final double[] slope = new double[Tiles.ROWS];

    /** Which of those found have other hinges too. */
    private final int[] crowded = new int[Tiles.ROWS];

    private final BreakpointBatch changes = new BreakpointBatch();

    private final RowsWithBreakpoints.RowHinges hinges;

    ShallowHinges(
            Architecture architecture,
            double[] parameters,
            PreActivations z,
            UnitLines unitLines,
            WeightedTargets table) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.z = z;
        this.outputs = architecture.outputSize();
        int widest =
                architecture.sizes().stream().mapToInt(Integer::intValue).max().orElseThrow();
        units = new int[widest];
        inward = new double[widest];
        gain = new double[widest][outputs];
        bent = new RowsWithBreakpoints(architecture, z, unitLines, table);
        hinges = new RowsWithBreakpoints.RowHinges(widest);
    }

    /** Whether the parameters of a layer are of this kind. */
    static boolean serves(Architecture architecture, int layer) {
        int last = architecture.layerCount() - 1;
        if (!architecture.activation(last).isIdentity() || layer == last || layer < last - 2) {
            return false;
        }
        Activation own = architecture.activation(layer);
        boolean ownServes = own.isIdentity() || own.isRectifier();
        return ownServes && architecture.activation(last - 1).shape() == Activation.Shape.HINGE;
    }

    /** A step begins, for a parameter of this unit in this range, whose rows are added to these sums. */
    void begin(int layer, int unit, double low, double high, PieceCollector sums) {
        this.layer = layer;
        this.unit = unit;
        this.low = low;
        this.high = high;
        this.sums = sums;
        isBent = !architecture.activation(layer).isIdentity();
        fed = 0;
        double leak = HingeLoops.lowestSlope(architecture.activation(layer + 1));
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
     * @param input what the parameter multiplies in each row of the tile
     */
    void add(int tile, double[] input) {
        this.tile = tile;
        int count = findRows(input);
        bent.set(layer, unit, tile, finder.found(), count, input, low, high);
        hinges.clear(count);
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

    private int findRows(double[] input) {
        int rows = z.tiles().rows(tile);
        if (isBent) {
            finder.begin(z.of(layer, unit)[tile], input, low, high, rows);
        } else {
            finder.beginSum(input, low, high, rows);
        }
        for (int k = 0; k < fed; k++) {
            finder.feed(z.of(layer + 1, units[k])[tile], inward[k], rows);
        }
        return finder.find(rows);
    }

    /** Where the unit goes on, residuals that were constant get slopes. */
    private void goOn() {
        int going = 0;
        for (int row = 0; row < bent.count; row++) {
            found[going] = row;
            going += BranchFree.isPositive(bent.highest[row] - RowsWithBreakpoints.TINY)
                    & (1 - BranchFree.isPositive(bent.at[row]));
        }
        changes.begin(going);
        for (int f = 0; f < going; f++) {
            int row = found[f];
            changes.t[f] = -bent.at[row] * bent.perInput[row];
            changes.leftwards[f] = BranchFree.isSigned(bent.inputs[row]);
        }
        for (int o = 0; o < outputs; o++) {
            gatherLines(o);
            double[] residual = bent.residual[o];
            for (int f = 0; f < going; f++) {
                double r = residual[found[f]];
                changes.c0[f] += (at0[f] - r) * (at0[f] + r);
            }
            for (int f = 0; f < going; f++) {
                changes.c1[f] += at0[f] * slope[f];
            }
            for (int f = 0; f < going; f++) {
                changes.c2[f] += slope[f] * slope[f];
            }
        }
        addChanges();
    }

    /** The lines of the rows found, as arrays by [found]. */
    private void gatherLines(int output) {
        double[] from = bent.at0[output];
        double[] slopes = bent.slope[output];
        for (int f = 0; f < changes.count; f++) {
            at0[f] = from[found[f]];
            slope[f] = slopes[found[f]];
        }
    }

    private void addChanges() {
        if (bent.isWeighted()) {
            for (int f = 0; f < changes.count; f++) {
                double weight = bent.weights[found[f]];
                changes.c0[f] *= weight;
                changes.c1[f] *= weight;
                changes.c2[f] *= weight;
            }
        }
        sums.change(changes);
    }

    /** Finds the rows in which a unit of the next layer meets 0, without a branch. */
    private int find(int k) {
        double[] next = z.of(layer + 1, units[k])[tile];
        double perInward = 1 / inward[k];
        int[] rows = bent.rows;
        int count = bent.count;
        for (int row = 0; row < count; row++) {
            distances[row] = 0.0 - next[rows[row]];
        }
        double[] lowest = bent.lowest;
        double[] highest = bent.highest;
        for (int row = 0; row < count; row++) {
            meeting[row] = distances[row] * perInward;
        }
        for (int row = 0; row < count; row++) {
            inside[row] = (meeting[row] - lowest[row]) * (highest[row] - meeting[row]);
        }
        int hits = 0;
        for (int row = 0; row < count; row++) {
            found[hits] = row;
            hits += BranchFree.isPositive(inside[row]);
        }
        return hits;
    }

    private void addHinges(int k, int hits) {
        int count = 0;
        int pairs = 0;
        for (int hit = 0; hit < hits; hit++) {
            int row = found[hit];
            double meet = meeting[row];
            if (meet == 0 && movesAway(row, meet)) {
                continue;
            }
            found[count] = row;
            signs[count] = 1 - 2 * BranchFree.isSigned(distances[row]);
            gains[count] = signs[count] * bent.inputs[row];
            changes.t[count] = (meet - bent.shift[row]) * bent.perInput[row];
            changes.leftwards[count] = BranchFree.isSigned(meet) ^ BranchFree.isSigned(bent.inputs[row]);
            crowded[pairs] = count;
            pairs += hinges.isAny(row);
            count++;
        }
        changes.begin(count);
        for (int o = 0; o < outputs; o++) {
            addHinges(bent.at0[o], bent.slope[o], gain[k][o]);
        }
        addChanges();
        for (int pair = 0; pair < pairs; pair++) {
            int f = crowded[pair];
            int row = found[f];
            for (int hinge = hinges.first(row); hinge < hinges.end(row); hinge++) {
                addPair(row, hinge, f, k);
            }
        }
        for (int f = 0; f < count; f++) {
            hinges.put(found[f], k, meeting[found[f]], signs[f]);
        }
    }

    /** What hinges do to the squares of an output's lines. */
    private void addHinges(double[] at0, double[] slope, double gain) {
        for (int f = 0; f < changes.count; f++) {
            int row = found[f];
            double g = gains[f] * gain;
            double gt = g * changes.t[f];
            changes.c0[f] -= gt * (2 * at0[row] - gt);
            changes.c1[f] += g * (at0[row] - changes.t[f] * slope[row] - gt);
            changes.c2[f] += g * (2 * slope[row] + g);
        }
    }

    /** Whether a unit that starts at its bend, at 0 with the sign of the side on which it goes on, moves to the other. */
    private boolean movesAway(int row, double meet) {
        return BranchFree.isSigned(meet) == 0
                ? bent.highest[row] <= RowsWithBreakpoints.TINY
                : bent.lowest[row] >= -RowsWithBreakpoints.TINY;
    }

    /** Twice the product of a hinge and one found now, from the farther one on. */
    private void addPair(int row, int hinge, int f, int k) {
        if (BranchFree.isSigned(hinges.meets[hinge]) != BranchFree.isSigned(meeting[row])) {
            return;
        }
        double t = changes.t[f];
        double otherT = (hinges.meets[hinge] - bent.shift[row]) * bent.perInput[row];
        double product = 0;
        for (int o = 0; o < outputs; o++) {
            product += gain[hinges.units[hinge]][o] * gain[k][o];
        }
        product *= bent.weights[row] * signs[f] * hinges.signs[hinge] * bent.inputs[row] * bent.inputs[row];
        double farther = Math.abs(t) > Math.abs(otherT) ? t : otherT;
        sums.change(farther, changes.leftwards[f] == 0, 2 * product * t * otherT, -product * (t + otherT), 2 * product);
    }

    /** Where the unit goes off, the residuals stay where they are. */
    private void goOff() {
        int going = 0;
        for (int row = 0; row < bent.count; row++) {
            found[going] = row;
            going += BranchFree.isPositive(bent.at[row]) & BranchFree.isPositive(-bent.at[row] - bent.uncut[row]);
        }
        changes.begin(going);
        int bends = 0;
        for (int f = 0; f < going; f++) {
            int row = found[f];
            changes.t[f] = -bent.at[row] * bent.perInput[row];
            changes.leftwards[f] = 1 - BranchFree.isSigned(bent.inputs[row]);
            crowded[bends] = f;
            bends += hinges.isAny(row);
        }
        for (int o = 0; o < outputs; o++) {
            gatherLines(o);
            for (int bend = 0; bend < bends; bend++) {
                bendLine(crowded[bend], o);
            }
            for (int f = 0; f < going; f++) {
                double moved = slope[f] * changes.t[f];
                changes.c0[f] += moved * (2 * at0[f] + moved);
            }
            for (int f = 0; f < going; f++) {
                changes.c1[f] -= at0[f] * slope[f];
            }
            for (int f = 0; f < going; f++) {
                changes.c2[f] -= slope[f] * slope[f];
            }
        }
        addChanges();
    }

    /** Adds a row's hinges on the way down to its line. */
    private void bendLine(int f, int output) {
        int row = found[f];
        for (int hinge = hinges.first(row); hinge < hinges.end(row); hinge++) {
            if (BranchFree.isSigned(hinges.meets[hinge]) != 0) {
                double added = hinges.signs[hinge] * bent.inputs[row] * gain[hinges.units[hinge]][output];
                slope[f] += added;
                at0[f] -= added * hinges.meets[hinge] * bent.perInput[row];
            }
        }
    }
}
