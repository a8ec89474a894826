package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/** Targets and weights of a table in tiles. */
public final class WeightedTargets {

    private final double[][][] targets;
    private final double[][] weights;

    /**
     * @param targetsByRow [output][row]
     * @param weightsByRow [row]
     */
    public WeightedTargets(RowTiles rows, double[][] targetsByRow, double[] weightsByRow) {
        Tiles tiles = rows.tiles();
        targets = new double[targetsByRow.length][][];
        Arrays.setAll(targets, output -> tiles.copy(targetsByRow[output]));
        weights = rows.areWeighted() ? tiles.copy(weightsByRow) : null;
    }

    public int outputs() {
        return targets.length;
    }

    /** Of an output, [tile][row]. */
    public double[][] target(int output) {
        return targets[output];
    }

    /** [tile][row]; null where every row counts 1. */
    public double[][] weights() {
        return weights;
    }

    public double weight(int tile, int i) {
        return weights == null ? 1 : weights[tile][i];
    }
}
