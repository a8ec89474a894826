package io.sweepnet.search.kernel.piecewise.squared;

import io.sweepnet.network.Architecture;
import io.sweepnet.search.kernel.piecewise.pieces.PreActivations;
import io.sweepnet.search.kernel.piecewise.pieces.Tiles;
import io.sweepnet.search.kernel.piecewise.pieces.UnitLines;
import io.sweepnet.search.kernel.piecewise.pieces.WeightedTargets;
import java.util.Arrays;

/**
 * Rows of a tile that may reach a breakpoint, gathered so that loops over them are vectorised: the factor of the
 * parameter in each row, the range of e, the change of the activation of the parameter's unit, and the residuals as
 * straight lines. All arrays are by [row] or [output][row].
 */
final class RowsWithBreakpoints {

    /** Ranges are widened by this, so that a hinge exactly at an end is included. */
    static final double TINY = Double.MIN_NORMAL;

    final double[] weights = new double[Tiles.ROWS];
    final double[] inputs = new double[Tiles.ROWS];
    final double[] inverseInputs = new double[Tiles.ROWS];

    /** Pre-activation of the unit; 1 where its activation is the identity, which is always active. */
    final double[] preActivation = new double[Tiles.ROWS];

    /** The t that gives a change e is (e - shift) / input: an inactive unit has e = 0 until it becomes active. */
    final double[] shift = new double[Tiles.ROWS];

    /** Range of e; its lower end is where the unit becomes inactive, unless {@link #unclippedLowest} is higher. */
    final double[] lowest = new double[Tiles.ROWS];

    final double[] highest = new double[Tiles.ROWS];
    final double[] unclippedLowest = new double[Tiles.ROWS];

    /** The residual at t = 0. */
    final double[][] residual;

    /** The line of the residual while the unit is active, {@code at0 + slope t}. */
    final double[][] at0;

    final double[][] slope;

    private final Architecture architecture;
    private final PreActivations z;
    private final UnitLines unitLines;
    private final WeightedTargets table;
    private final double[] unitSlopes = new double[Tiles.ROWS];

    /** The position of each gathered row in its tile. */
    int[] rows;

    int count;
    private boolean hasKink;

    RowsWithBreakpoints(Architecture architecture, PreActivations z, UnitLines unitLines, WeightedTargets table) {
        this.architecture = architecture;
        this.z = z;
        this.unitLines = unitLines;
        this.table = table;
        int outputs = table.outputs();
        residual = new double[outputs][Tiles.ROWS];
        at0 = new double[outputs][Tiles.ROWS];
        slope = new double[outputs][Tiles.ROWS];
    }

    /**
     * Gathers rows.
     *
     * @param layer layer of the parameter's unit
     * @param unit index of the unit in its layer
     * @param tile index of the tile
     * @param rows positions of the rows in the tile
     * @param count number of rows
     * @param input the factor of the parameter in each row of the tile; a row where it is 0 reaches no breakpoint
     * @param low end of the parameter's range, at or below 0, as a distance from the current value
     * @param high end at or above 0
     */
    void gather(int layer, int unit, int tile, int[] rows, int count, double[] input, double low, double high) {
        this.rows = rows;
        this.count = count;
        hasKink = !architecture.activation(layer).isIdentity();
        double[] own = z.of(layer, unit)[tile];
        for (int row = 0; row < count; row++) {
            int i = rows[row];
            inputs[row] = input[i];
            preActivation[row] = hasKink ? own[i] : 1;
            weights[row] = table.weight(tile, i);
        }
        setRanges((high + low) / 2, (high - low) / 2);
        for (int output = 0; output < residual.length; output++) {
            setLines(tile, output);
        }
    }

    /** Returns whether rows have weights other than 1. */
    boolean isWeighted() {
        return table.weights() != null;
    }

    private void setRanges(double middle, double half) {
        for (int row = 0; row < count; row++) {
            inverseInputs[row] = 1 / inputs[row];
        }
        for (int row = 0; row < count; row++) {
            shift[row] = hasKink ? 0.5 * (preActivation[row] - Math.abs(preActivation[row])) : 0;
        }
        for (int row = 0; row < count; row++) {
            unclippedLowest[row] = inputs[row] * middle - Math.abs(inputs[row]) * half;
        }
        for (int row = 0; row < count; row++) {
            highest[row] = Math.max(inputs[row] * middle + Math.abs(inputs[row]) * half + shift[row], 0) + TINY;
        }
        double end = hasKink ? 1 : Double.MAX_VALUE;
        for (int row = 0; row < count; row++) {
            lowest[row] = Math.max(unclippedLowest[row], (shift[row] - preActivation[row]) * end) - TINY;
        }
    }

    private void setLines(int tile, int output) {
        double[] outputs = z.of(architecture.layerCount() - 1, output)[tile];
        double[] targets = table.target(output)[tile];
        double[] slopes = unitLines.slopes[output][tile];
        double[] residualOf = residual[output];
        for (int row = 0; row < count; row++) {
            int i = rows[row];
            residualOf[row] = outputs[i] - targets[i];
            unitSlopes[row] = slopes[i];
        }
        double[] at0Of = at0[output];
        double[] slopeOf = slope[output];
        for (int row = 0; row < count; row++) {
            at0Of[row] = residualOf[row] + unitSlopes[row] * shift[row];
        }
        for (int row = 0; row < count; row++) {
            slopeOf[row] = unitSlopes[row] * inputs[row];
        }
    }

    /** The hinges of each row, at positions from {@link #first} inclusive to {@link #end} exclusive. */
    static final class RowHinges {

        /**
         * The change e at which the unit of each hinge reaches 0; a zero has the sign of the side on which the unit
         * becomes active.
         */
        final double[] crossings;

        /** The unit of each hinge, as an index of the fed units. */
        final int[] units;

        /** 1 where the unit becomes active at its crossing, -1 where it becomes inactive. */
        final double[] signs;

        private final int capacity;
        private final int[] counts = new int[Tiles.ROWS];

        /** @param capacity the largest number of hinges of a row */
        RowHinges(int capacity) {
            this.capacity = capacity;
            crossings = new double[capacity * Tiles.ROWS];
            units = new int[capacity * Tiles.ROWS];
            signs = new double[capacity * Tiles.ROWS];
        }

        /** Removes the hinges of the first rows. */
        void clear(int rows) {
            Arrays.fill(counts, 0, rows, 0);
        }

        /** Adds a hinge to a row. */
        void put(int row, int unit, double crossing, double sign) {
            int hinge = end(row);
            crossings[hinge] = crossing;
            units[hinge] = unit;
            signs[hinge] = sign;
            counts[row]++;
        }

        /** Returns the position of a row's first hinge. */
        int first(int row) {
            return capacity * row;
        }

        /** Returns the position after a row's last hinge. */
        int end(int row) {
            return capacity * row + counts[row];
        }

        /** Returns 1 where a row has any hinge, else 0. */
        int isAny(int row) {
            return -counts[row] >>> (Integer.SIZE - 1);
        }
    }
}
