package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;

/**
 * Walks along the pieces of a row as a parameter moves away from its current value, in a network of any depth whose
 * activations are made of pieces. All pre-activations are straight lines in t; where the next of them meets a breakpoint of
 * its activation, the lines of all units behind it change.
 */
public final class RowWalk {

    /** A walk of more pieces than this is given up. */
    private static final int MOST_PIECES = 100_000;

    private final double[] parameters;
    private final PreActivations z;
    private final PreActivationErrors bounds;
    private final PieceLoss loss;
    private final OutputLines lines;
    private final WalkState state;
    private final int last;

    /** [layer][unit]: of activations, by how much a value jumps at an event, and by how much its slope changes. */
    private final double[][] valueChanges;

    private final double[][] slopeChanges;

    private int layer;
    private int unit;
    private int tile;
    private double direction;

    /** The unit that meets a breakpoint. */
    private int crossingLayer;

    private int crossingUnit;

    /** Whether the lines are no longer those around t = 0. */
    private boolean isChanged;

    public RowWalk(
            Architecture architecture,
            double[] parameters,
            PreActivations z,
            PreActivationErrors bounds,
            PieceLoss loss) {
        this.parameters = parameters;
        this.z = z;
        this.bounds = bounds;
        this.loss = loss;
        this.lines = new OutputLines(architecture.outputSize());
        this.state = new WalkState(architecture, parameters, z);
        int layers = architecture.layerCount();
        this.last = layers - 1;
        valueChanges = new double[layers][];
        slopeChanges = new double[layers][];
        for (int l = 0; l < layers; l++) {
            valueChanges[l] = new double[architecture.units(l)];
            slopeChanges[l] = new double[architecture.units(l)];
        }
    }

    /** A step begins, for a parameter of this unit, whose rows are added to these sums. */
    public void begin(int layer, int unit, PieceCollector collector) {
        loss.beginStep(collector);
        state.begin(layer, unit);
        this.layer = layer;
        this.unit = unit;
    }

    public void tile(int tile) {
        this.tile = tile;
        state.tile(tile);
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
    public boolean walk(int i, double input, double weight, double low, double high) {
        state.start(i, input);
        setOutputs();
        loss.beginRow(z.tiles().from(tile) + i, weight, lines);
        loss.beginSide(true);
        isChanged = false;
        if (!walkSide(true, high)) {
            return false;
        }
        if (isChanged) {
            state.restart();
            setOutputs();
        }
        loss.beginSide(false);
        return walkSide(false, low);
    }

    private void setOutputs() {
        for (int o = 0; o < lines.slope.length; o++) {
            lines.at0[o] = state.activationValue(last, state.piece[last][o], state.at0[last][o]);
            lines.slope[o] = state.activationSlope(last, o);
        }
        lines.isConstant = state.activationSlope(layer, unit) == 0;
    }

    private boolean walkSide(boolean toTheRight, double limit) {
        direction = toTheRight ? 1 : -1;
        state.setNextBreakpoints(direction);
        double from = 0;
        double margin = 0;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            double nearest = findNextBreakpoint();
            if (!(nearest < direction * limit)) {
                loss.addPiece(from, limit, lines, margin);
                checkJumpsAtEnd(limit);
                return true;
            }
            double to = direction * nearest;
            loss.addPiece(from, to, lines, margin);
            boolean isJump = state.canJump(crossingLayer);
            double nextMargin =
                    isJump ? bounds.of(crossingLayer, crossingUnit) / Math.abs(state.slope[crossingLayer][crossingUnit]) : 0;
            if (margin > 0 && isJump && Math.abs(to - from) <= margin + nextMargin) {
                // Two jumps as good as in one place may come in either order.
                loss.addUncertain(from - direction * margin, to + direction * nextMargin);
            }
            margin = nextMargin;
            from = to;
            if (!cross(to, isJump)) {
                loss.addUncertain(isJump ? to - direction * margin : to, limit);
                return true;
            }
        }
        return false;
    }

    private double findNextBreakpoint() {
        double nearest = state.nextBreakpoint[layer][unit];
        crossingLayer = layer;
        crossingUnit = unit;
        for (int l = layer + 1; l <= last; l++) {
            double[] nextBreakpoint = state.nextBreakpoint[l];
            for (int k = 0; k < nextBreakpoint.length; k++) {
                if (nextBreakpoint[k] < nearest) {
                    nearest = nextBreakpoint[k];
                    crossingLayer = l;
                    crossingUnit = k;
                }
            }
        }
        return nearest;
    }

    /** A jump at the end of the range, or as good as there, leaves it open what the outputs are at the end. */
    private void checkJumpsAtEnd(double limit) {
        for (int l = layer; l <= last; l++) {
            if (state.canJump(l)) {
                for (int k = 0; k < state.count(l); k++) {
                    double rate = Math.abs(state.slope[l][k]);
                    double margin = bounds.of(l, k) / rate;
                    if (state.nextBreakpoint[l][k] - margin <= direction * limit) {
                        loss.addUncertain(limit - direction * margin, limit);
                    }
                }
            }
        }
    }

    /** A pre-activation has met a breakpoint; false where it is not certain what follows. */
    private boolean cross(double t, boolean isJump) {
        isChanged = true;
        int before = state.piece[crossingLayer][crossingUnit];
        double slopeBefore = state.activationSlope(crossingLayer, crossingUnit);
        double breakpoint = state.enterNext(crossingLayer, crossingUnit, direction);
        state.setNextBreakpoint(crossingLayer, crossingUnit, direction, direction * t);
        int after = state.piece[crossingLayer][crossingUnit];
        valueChanges[crossingLayer][crossingUnit] = isJump
                ? state.activationValue(crossingLayer, after, breakpoint) - state.activationValue(crossingLayer, before, breakpoint)
                : 0;
        slopeChanges[crossingLayer][crossingUnit] = state.activationSlope(crossingLayer, crossingUnit) - slopeBefore;
        for (int l = crossingLayer + 1; l <= last; l++) {
            for (int k = 0; k < state.count(l); k++) {
                if (!propagate(l, k, t)) {
                    return false;
                }
            }
        }
        setOutputs();
        return true;
    }

    /** Passes on what the layer before does at an event; false where it is not certain what comes of it. */
    private boolean propagate(int l, int k, double t) {
        double before = state.at0[l][k];
        double slopeBefore = state.slope[l][k];
        int pieceBefore = state.piece[l][k];
        double valueChange;
        double slopeChange = 0;
        double after;
        if (state.canJump(l - 1)) {
            after = state.forwardPreActivation(l, k);
            valueChange = after - before;
        } else {
            valueChange = propagatedChange(l, k, valueChanges[l - 1]);
            slopeChange = propagatedChange(l, k, slopeChanges[l - 1]);
            after = before + valueChange - slopeChange * t;
        }
        state.at0[l][k] = after;
        state.slope[l][k] = slopeBefore + slopeChange;
        double value = after + state.slope[l][k] * t;
        valueChanges[l][k] = 0;
        if (valueChange != 0) {
            state.piece[l][k] = state.pieceOf(l, value);
            valueChanges[l][k] = state.activationValue(l, state.piece[l][k], value)
                    - state.activationValue(l, pieceBefore, before + slopeBefore * t);
        }
        slopeChanges[l][k] = state.activationSlope(l, k) - slopeBefore * state.pieceSlope(l, pieceBefore);
        state.setNextBreakpoint(l, k, direction, direction * t);
        boolean hasChanged = valueChange != 0 || slopeChange != 0;
        double error = bounds.of(l, k);
        return !(state.canJump(l) && hasChanged && error > 0 && state.isAtBreakpoint(l, value, error));
    }

    /** Sum over a unit's inputs, of which one alone changes right behind the event. */
    private double propagatedChange(int l, int k, double[] changes) {
        int weightOffset = state.weightOffset(l, k);
        if (l == crossingLayer + 1) {
            return parameters[weightOffset + crossingUnit] * changes[crossingUnit];
        }
        double sum = 0;
        for (int input = 0; input < changes.length; input++) {
            sum += parameters[weightOffset + input] * changes[input];
        }
        return sum;
    }
}
