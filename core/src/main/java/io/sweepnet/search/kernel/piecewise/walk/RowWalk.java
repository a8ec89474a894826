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
    private final WalkState units;
    private final int last;

    /** [layer][unit]: of activations, by how much a value jumps at an event, and by how much its slope changes. */
    private final double[][] jumps;

    private final double[][] bends;

    private int layer;
    private int unit;
    private int tile;
    private double direction;

    /** The unit that meets a breakpoint. */
    private int eventLayer;

    private int eventUnit;

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
        this.units = new WalkState(architecture, parameters, z);
        int layers = architecture.layerCount();
        this.last = layers - 1;
        jumps = new double[layers][];
        bends = new double[layers][];
        for (int l = 0; l < layers; l++) {
            jumps[l] = new double[architecture.units(l)];
            bends[l] = new double[architecture.units(l)];
        }
    }

    /** A step begins, for a parameter of this unit, whose rows are added to these sums. */
    public void begin(int layer, int unit, PieceCollector sums) {
        loss.into(sums);
        units.begin(layer, unit);
        this.layer = layer;
        this.unit = unit;
    }

    public void tile(int tile) {
        this.tile = tile;
        units.tile(tile);
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
        units.start(i, input);
        setOutputs();
        loss.begin(z.tiles().from(tile) + i, weight, lines);
        loss.side(true);
        isChanged = false;
        if (!side(true, high)) {
            return false;
        }
        if (isChanged) {
            units.restart();
            setOutputs();
        }
        loss.side(false);
        return side(false, low);
    }

    private void setOutputs() {
        for (int o = 0; o < lines.slope.length; o++) {
            lines.at0[o] = units.activation(last, units.piece[last][o], units.at0[last][o]);
            lines.slope[o] = units.activationSlope(last, o);
        }
        lines.isStill = units.activationSlope(layer, unit) == 0;
    }

    private boolean side(boolean toTheRight, double limit) {
        direction = toTheRight ? 1 : -1;
        units.setMeets(direction);
        double from = 0;
        double margin = 0;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            double nearest = findNearest();
            if (!(nearest < direction * limit)) {
                loss.piece(from, limit, lines, margin);
                jumpsAtEnd(limit);
                return true;
            }
            double to = direction * nearest;
            loss.piece(from, to, lines, margin);
            boolean isJump = units.isJumping(eventLayer);
            double nextMargin =
                    isJump ? bounds.of(eventLayer, eventUnit) / Math.abs(units.slope[eventLayer][eventUnit]) : 0;
            if (margin > 0 && isJump && Math.abs(to - from) <= margin + nextMargin) {
                // Two jumps as good as in one place may come in either order.
                loss.unknown(from - direction * margin, to + direction * nextMargin);
            }
            margin = nextMargin;
            from = to;
            if (!event(to, isJump)) {
                loss.unknown(isJump ? to - direction * margin : to, limit);
                return true;
            }
        }
        return false;
    }

    private double findNearest() {
        double nearest = units.meets[layer][unit];
        eventLayer = layer;
        eventUnit = unit;
        for (int l = layer + 1; l <= last; l++) {
            double[] meets = units.meets[l];
            for (int k = 0; k < meets.length; k++) {
                if (meets[k] < nearest) {
                    nearest = meets[k];
                    eventLayer = l;
                    eventUnit = k;
                }
            }
        }
        return nearest;
    }

    /** A jump at the end of the range, or as good as there, leaves it open what the outputs are at the end. */
    private void jumpsAtEnd(double limit) {
        for (int l = layer; l <= last; l++) {
            if (units.isJumping(l)) {
                for (int k = 0; k < units.count(l); k++) {
                    double rate = Math.abs(units.slope[l][k]);
                    double margin = bounds.of(l, k) / rate;
                    if (units.meets[l][k] - margin <= direction * limit) {
                        loss.unknown(limit - direction * margin, limit);
                    }
                }
            }
        }
    }

    /** A pre-activation has met a breakpoint; false where it is not certain what follows. */
    private boolean event(double t, boolean isJump) {
        isChanged = true;
        int before = units.piece[eventLayer][eventUnit];
        double slopeBefore = units.activationSlope(eventLayer, eventUnit);
        double breakpoint = units.enterNext(eventLayer, eventUnit, direction);
        units.setMeet(eventLayer, eventUnit, direction, direction * t);
        int after = units.piece[eventLayer][eventUnit];
        jumps[eventLayer][eventUnit] = isJump
                ? units.activation(eventLayer, after, breakpoint) - units.activation(eventLayer, before, breakpoint)
                : 0;
        bends[eventLayer][eventUnit] = units.activationSlope(eventLayer, eventUnit) - slopeBefore;
        for (int l = eventLayer + 1; l <= last; l++) {
            for (int k = 0; k < units.count(l); k++) {
                if (!pass(l, k, t)) {
                    return false;
                }
            }
        }
        setOutputs();
        return true;
    }

    /** Passes on what the layer before does at an event; false where it is not certain what comes of it. */
    private boolean pass(int l, int k, double t) {
        double before = units.at0[l][k];
        double slopeBefore = units.slope[l][k];
        int pieceBefore = units.piece[l][k];
        double jump;
        double bend = 0;
        double after;
        if (units.isJumping(l - 1)) {
            after = units.inOrder(l, k);
            jump = after - before;
        } else {
            jump = passed(l, k, jumps[l - 1]);
            bend = passed(l, k, bends[l - 1]);
            after = before + jump - bend * t;
        }
        units.at0[l][k] = after;
        units.slope[l][k] = slopeBefore + bend;
        double value = after + units.slope[l][k] * t;
        jumps[l][k] = 0;
        if (jump != 0) {
            units.piece[l][k] = units.pieceOf(l, value);
            jumps[l][k] = units.activation(l, units.piece[l][k], value)
                    - units.activation(l, pieceBefore, before + slopeBefore * t);
        }
        bends[l][k] = units.activationSlope(l, k) - slopeBefore * units.factor(l, pieceBefore);
        units.setMeet(l, k, direction, direction * t);
        boolean isMoved = jump != 0 || bend != 0;
        double error = bounds.of(l, k);
        return !(units.isJumping(l) && isMoved && error > 0 && units.isAtBreakpoint(l, value, error));
    }

    /** Sum over a unit's inputs, of which one alone changes right behind the event. */
    private double passed(int l, int k, double[] changes) {
        int weights = units.weights(l, k);
        if (l == eventLayer + 1) {
            return parameters[weights + eventUnit] * changes[eventUnit];
        }
        double sum = 0;
        for (int input = 0; input < changes.length; input++) {
            sum += parameters[weights + input] * changes[input];
        }
        return sum;
    }
}
