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
import java.util.Collections;

/**
 * Sums the changes at breakpoints under squared error, where the parameter is in the last hidden layer or the one
 * before it, and outputs are plain sums. Then all breakpoints are known beforehand. Everything depends on the change e
 * of the activation of the parameter's unit. Where unit k of the next layer reaches 0, at {@code e_k = -z_k / w_k}, a
 * hinge {@code h_k = G_k (t - t_k)} is added to the line of the residual, independently of other units. The square of
 * the line plus its hinges is the square of the line, plus {@code 2 line h_k + h_k^2} from t_k on, plus {@code 2 h_j
 * h_k} from the farther of t_j and t_k on, so nothing has to be sorted.
 */
final class ShallowHinges {

    private final Architecture architecture;
    private final double[] parameters;
    private final PreActivations z;
    private final int outputs;
    private PieceCollector collector;

    private int layer;
    private int unit;
    private boolean hasKink;

    /** The units of the next layer that the unit feeds and that have a kink: their number, indices and weights. */
    private int fedCount;

    private final int[] fedUnits;
    private final double[] nextWeights;

    /** The change of an output's slope in e where a unit of the next layer becomes active, [fed unit][output]. */
    private final double[][] gain;

    private double low;
    private double high;
    private int tile;
    private final CrossingFinder finder = new CrossingFinder();
    private final RowsWithBreakpoints affected;

    /** For one unit of the next layer: the change of its pre-activation that takes it to 0, [affected row]. */
    private final double[] distances = new double[Tiles.ROWS];

    /** The e at which that pre-activation reaches 0, [affected row]. */
    private final double[] crossings = new double[Tiles.ROWS];

    /** A number above 0 where that e is in the range, [affected row]. */
    private final double[] insideScore = new double[Tiles.ROWS];

    /** Affected rows in which something was found, [found]. */
    private final int[] foundRows = new int[Tiles.ROWS];

    /**
     * 1 where a unit becomes active at its crossing, -1 where it becomes inactive, and the slope of its hinge before
     * the gain of an output, [found].
     */
    private final double[] signs = new double[Tiles.ROWS];

    private final double[] gains = new double[Tiles.ROWS];

    /** The line of an output, {@code at0 + slope t}, [found]. */
    private final double[] at0 = new double[Tiles.ROWS];

    private final double[] slope = new double[Tiles.ROWS];

    /** Which of the rows found have other hinges too. */
    private final int[] withOthers = new int[Tiles.ROWS];

    private final BreakpointBatch batch = new BreakpointBatch();

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
        int widest = Collections.max(architecture.sizes());
        fedUnits = new int[widest];
        nextWeights = new double[widest];
        gain = new double[widest][outputs];
        affected = new RowsWithBreakpoints(architecture, z, unitLines, table);
        hinges = new RowsWithBreakpoints.RowHinges(widest);
    }

    /**
     * Returns whether the parameters of a layer are served: ReLU or the identity in their layer, a hinge in the last
     * hidden layer, and plain sums as outputs.
     */
    static boolean serves(Architecture architecture, int layer) {
        int last = architecture.layerCount() - 1;
        if (!architecture.activation(last).isIdentity() || layer == last || layer < last - 2) {
            return false;
        }
        Activation own = architecture.activation(layer);
        boolean ownServes = own.isIdentity() || own.isRectifier();
        return ownServes && architecture.activation(last - 1).shape() == Activation.Shape.HINGE;
    }

    /** Begins a step for a parameter of a unit, in a range of distances from the current value. */
    void begin(int layer, int unit, double low, double high, PieceCollector collector) {
        this.layer = layer;
        this.unit = unit;
        this.low = low;
        this.high = high;
        this.collector = collector;
        hasKink = !architecture.activation(layer).isIdentity();
        fedCount = 0;
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
                fedUnits[fedCount] = k;
                nextWeights[fedCount] = w;
                for (int o = 0; o < outputs; o++) {
                    gain[fedCount][o] = parameters[toOutputs + o * nextUnits + k] * w * (1 - leak);
                }
                fedCount++;
            }
        }
    }

    /**
     * Adds the changes at all breakpoints of the rows of a tile.
     *
     * @param input the factor of the parameter in each row of the tile
     */
    void add(int tile, double[] input) {
        this.tile = tile;
        int count = findRows(input);
        affected.gather(layer, unit, tile, finder.found(), count, input, low, high);
        hinges.clear(count);
        if (hasKink) {
            addActivations();
        }
        for (int k = 0; k < fedCount; k++) {
            addHinges(k, findCrossings(k));
        }
        if (hasKink) {
            addDeactivations();
        }
    }

    private int findRows(double[] input) {
        int rows = z.tiles().rows(tile);
        if (hasKink) {
            finder.beginHinge(z.of(layer, unit)[tile], input, low, high, rows);
        } else {
            finder.beginIdentity(input, low, high, rows);
        }
        for (int k = 0; k < fedCount; k++) {
            finder.addFedUnit(z.of(layer + 1, fedUnits[k])[tile], nextWeights[k], rows);
        }
        return finder.find(rows);
    }

    /** Where the unit becomes active, residuals that were constant get slopes. */
    private void addActivations() {
        int count = 0;
        for (int row = 0; row < affected.count; row++) {
            foundRows[count] = row;
            count += BranchFree.isPositive(affected.highest[row] - RowsWithBreakpoints.TINY)
                    & (1 - BranchFree.isPositive(affected.preActivation[row]));
        }
        batch.begin(count);
        for (int f = 0; f < count; f++) {
            int row = foundRows[f];
            batch.t[f] = -affected.preActivation[row] * affected.inverseInputs[row];
            batch.leftwards[f] = BranchFree.hasMinus(affected.inputs[row]);
        }
        for (int o = 0; o < outputs; o++) {
            gatherLines(o);
            double[] residual = affected.residual[o];
            for (int f = 0; f < count; f++) {
                double r = residual[foundRows[f]];
                batch.c0[f] += (at0[f] - r) * (at0[f] + r);
            }
            for (int f = 0; f < count; f++) {
                batch.c1[f] += at0[f] * slope[f];
            }
            for (int f = 0; f < count; f++) {
                batch.c2[f] += slope[f] * slope[f];
            }
        }
        addChanges();
    }

    /** Gathers the lines of the rows found, by [found]. */
    private void gatherLines(int output) {
        double[] from = affected.at0[output];
        double[] slopes = affected.slope[output];
        for (int f = 0; f < batch.count; f++) {
            at0[f] = from[foundRows[f]];
            slope[f] = slopes[foundRows[f]];
        }
    }

    private void addChanges() {
        if (affected.isWeighted()) {
            for (int f = 0; f < batch.count; f++) {
                double weight = affected.weights[foundRows[f]];
                batch.c0[f] *= weight;
                batch.c1[f] *= weight;
                batch.c2[f] *= weight;
            }
        }
        collector.change(batch);
    }

    /** Finds the rows in which a unit of the next layer reaches 0, without branches; returns their number. */
    private int findCrossings(int k) {
        double[] next = z.of(layer + 1, fedUnits[k])[tile];
        double inverseWeight = 1 / nextWeights[k];
        int[] rows = affected.rows;
        int count = affected.count;
        for (int row = 0; row < count; row++) {
            distances[row] = 0.0 - next[rows[row]];
        }
        double[] lowest = affected.lowest;
        double[] highest = affected.highest;
        for (int row = 0; row < count; row++) {
            crossings[row] = distances[row] * inverseWeight;
        }
        for (int row = 0; row < count; row++) {
            insideScore[row] = (crossings[row] - lowest[row]) * (highest[row] - crossings[row]);
        }
        int hitCount = 0;
        for (int row = 0; row < count; row++) {
            foundRows[hitCount] = row;
            hitCount += BranchFree.isPositive(insideScore[row]);
        }
        return hitCount;
    }

    private void addHinges(int k, int hitCount) {
        int count = 0;
        int pairs = 0;
        for (int hit = 0; hit < hitCount; hit++) {
            int row = foundRows[hit];
            double crossing = crossings[row];
            if (crossing == 0 && movesAway(row, crossing)) {
                continue;
            }
            foundRows[count] = row;
            signs[count] = 1 - 2 * BranchFree.hasMinus(distances[row]);
            gains[count] = signs[count] * affected.inputs[row];
            batch.t[count] = (crossing - affected.shift[row]) * affected.inverseInputs[row];
            batch.leftwards[count] = BranchFree.hasMinus(crossing) ^ BranchFree.hasMinus(affected.inputs[row]);
            withOthers[pairs] = count;
            pairs += hinges.isAny(row);
            count++;
        }
        batch.begin(count);
        for (int o = 0; o < outputs; o++) {
            addHinges(affected.at0[o], affected.slope[o], gain[k][o]);
        }
        addChanges();
        for (int pair = 0; pair < pairs; pair++) {
            int f = withOthers[pair];
            int row = foundRows[f];
            for (int hinge = hinges.first(row); hinge < hinges.end(row); hinge++) {
                addPair(row, hinge, f, k);
            }
        }
        for (int f = 0; f < count; f++) {
            hinges.put(foundRows[f], k, crossings[foundRows[f]], signs[f]);
        }
    }

    /** Adds what the hinges change in the squares of an output's lines. */
    private void addHinges(double[] at0, double[] slope, double gain) {
        for (int f = 0; f < batch.count; f++) {
            int row = foundRows[f];
            double g = gains[f] * gain;
            double gt = g * batch.t[f];
            batch.c0[f] -= gt * (2 * at0[row] - gt);
            batch.c1[f] += g * (at0[row] - batch.t[f] * slope[row] - gt);
            batch.c2[f] += g * (2 * slope[row] + g);
        }
    }

    /**
     * Returns whether a unit that starts at its kink does not cross it, since the range of e is only on the side on
     * which the unit is inactive.
     */
    private boolean movesAway(int row, double crossing) {
        return BranchFree.hasMinus(crossing) == 0
                ? affected.highest[row] <= RowsWithBreakpoints.TINY
                : affected.lowest[row] >= -RowsWithBreakpoints.TINY;
    }

    /** Adds twice the product of an earlier hinge and one found now, from the farther one on. */
    private void addPair(int row, int hinge, int f, int k) {
        if (BranchFree.hasMinus(hinges.crossings[hinge]) != BranchFree.hasMinus(crossings[row])) {
            return;
        }
        double t = batch.t[f];
        double otherT = (hinges.crossings[hinge] - affected.shift[row]) * affected.inverseInputs[row];
        double product = 0;
        for (int o = 0; o < outputs; o++) {
            product += gain[hinges.units[hinge]][o] * gain[k][o];
        }
        product *= affected.weights[row] * signs[f] * hinges.signs[hinge] * affected.inputs[row] * affected.inputs[row];
        double farther = Math.abs(t) > Math.abs(otherT) ? t : otherT;
        collector.change(
                farther, batch.leftwards[f] == 0, 2 * product * t * otherT, -product * (t + otherT), 2 * product);
    }

    /** Where the unit becomes inactive, the residuals stay constant. */
    private void addDeactivations() {
        int count = 0;
        for (int row = 0; row < affected.count; row++) {
            foundRows[count] = row;
            count += BranchFree.isPositive(affected.preActivation[row])
                    & BranchFree.isPositive(-affected.preActivation[row] - affected.unclippedLowest[row]);
        }
        batch.begin(count);
        int sharing = 0;
        for (int f = 0; f < count; f++) {
            int row = foundRows[f];
            batch.t[f] = -affected.preActivation[row] * affected.inverseInputs[row];
            batch.leftwards[f] = 1 - BranchFree.hasMinus(affected.inputs[row]);
            withOthers[sharing] = f;
            sharing += hinges.isAny(row);
        }
        for (int o = 0; o < outputs; o++) {
            gatherLines(o);
            for (int other = 0; other < sharing; other++) {
                addHingesToLine(withOthers[other], o);
            }
            for (int f = 0; f < count; f++) {
                double moved = slope[f] * batch.t[f];
                batch.c0[f] += moved * (2 * at0[f] + moved);
            }
            for (int f = 0; f < count; f++) {
                batch.c1[f] -= at0[f] * slope[f];
            }
            for (int f = 0; f < count; f++) {
                batch.c2[f] -= slope[f] * slope[f];
            }
        }
        addChanges();
    }

    /** Adds those hinges of a row to its line that it crosses before the unit becomes inactive. */
    private void addHingesToLine(int f, int output) {
        int row = foundRows[f];
        for (int hinge = hinges.first(row); hinge < hinges.end(row); hinge++) {
            if (BranchFree.hasMinus(hinges.crossings[hinge]) != 0) {
                double added = hinges.signs[hinge] * affected.inputs[row] * gain[hinges.units[hinge]][output];
                slope[f] += added;
                at0[f] -= added * hinges.crossings[hinge] * affected.inverseInputs[row];
            }
        }
    }
}
