package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivationErrors;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;

/**
 * Follows a row from piece to piece as a parameter moves away from its current value, in a network of any depth whose
 * activations are made of pieces. All pre-activations are straight lines in t. Where the first of them reaches a
 * breakpoint of its activation, the lines of all units after it change.
 */
public final class RowWalk {

    /** Rows with more pieces than this are given up. */
    private static final int MOST_PIECES = 100_000;

    private final double[] parameters;
    private final PreActivations z;
    private final PreActivationErrors bounds;
    private final PieceLoss loss;
    private final OutputLines lines;
    private final WalkState state;
    private final int last;

    /**
     * The changes of activations at the breakpoint just crossed: of their values and of their slopes, [layer][unit].
     */
    private final double[][] valueChanges;

    private final double[][] slopeChanges;

    private int layer;
    private int unit;
    private int tile;
    private double direction;

    /** The unit that reaches its breakpoint next. */
    private int crossingLayer;

    private int crossingUnit;

    /** True if the lines differ from those around t = 0. */
    private boolean isChanged;

    /**
     * A walk along the rows of the given pre-activations.
     *
     * @param parameters all parameters in flat order; read at every call
     * @param z the pre-activations at these parameters
     * @param bounds the error bounds of the current step
     * @param loss receives the pieces of each row
     */
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

    /**
     * Begins a step for a parameter of a unit.
     *
     * @param collector receives the losses of the rows
     */
    public void begin(int layer, int unit, PieceCollector collector) {
        loss.beginStep(collector);
        state.begin(layer, unit);
        this.layer = layer;
        this.unit = unit;
    }

    /** Sets the tile whose rows are followed next. */
    public void tile(int tile) {
        this.tile = tile;
        state.tile(tile);
    }

    /**
     * Follows one row to both sides of the current value.
     *
     * @param i position of the row in its tile
     * @param input the factor of the parameter in this row
     * @param weight weight of the row
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
            double nextMargin = isJump
                    ? bounds.of(crossingLayer, crossingUnit) / Math.abs(state.slope[crossingLayer][crossingUnit])
                    : 0;
            if (margin > 0 && isJump && Math.abs(to - from) <= margin + nextMargin) {
                // Two jumps within their margins of each other may occur in either order.
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

    /**
     * Reports the end of the range as uncertain where a jump there, or within its margin, may be on either side of it.
     */
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

    /** Crosses the next breakpoint; returns false where it is uncertain what the outputs are beyond it. */
    private boolean cross(double t, boolean isJump) {
        isChanged = true;
        int before = state.piece[crossingLayer][crossingUnit];
        double slopeBefore = state.activationSlope(crossingLayer, crossingUnit);
        double breakpoint = state.enterNext(crossingLayer, crossingUnit, direction);
        state.setNextBreakpoint(crossingLayer, crossingUnit, direction, direction * t);
        int after = state.piece[crossingLayer][crossingUnit];
        valueChanges[crossingLayer][crossingUnit] = isJump
                ? state.activationValue(crossingLayer, after, breakpoint)
                        - state.activationValue(crossingLayer, before, breakpoint)
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

    /**
     * Propagates the changes of the layer before to a unit; returns false where it is uncertain on which side of a jump
     * it is.
     */
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

    /**
     * Returns the weighted sum of the changes of a unit's inputs; directly after the crossing unit only one of them
     * changes.
     */
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
