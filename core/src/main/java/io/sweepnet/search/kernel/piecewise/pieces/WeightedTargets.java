package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/** The targets and weights of the rows of tables, by tiles. */
public final class WeightedTargets {

    private final double[][][] targets;
    private final double[][] weights;

    /**
     * Targets and weights, copied into tiles.
     *
     * @param rows the rows
     * @param targetsByRow targets, [output][row]
     * @param weightsByRow weights, [row]
     */
    public WeightedTargets(RowTiles rows, double[][] targetsByRow, double[] weightsByRow) {
        Tiles tiles = rows.tiles();
        targets = new double[targetsByRow.length][][];
        Arrays.setAll(targets, output -> tiles.copy(targetsByRow[output]));
        weights = rows.areWeighted() ? tiles.copy(weightsByRow) : null;
    }

    /** Returns the number of outputs. */
    public int outputs() {
        return targets.length;
    }

    /** Returns the targets of an output, [tile][row]. */
    public double[][] target(int output) {
        return targets[output];
    }

    /** Returns the weights, [tile][row]; null where every weight is 1. */
    public double[][] weights() {
        return weights;
    }

    /** Returns the weight of a row of a tile. */
    public double weight(int tile, int i) {
        return weights == null ? 1 : weights[tile][i];
    }
}
