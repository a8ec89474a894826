package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/** Targets and weights of a table in tiles. */
public final class WeightedTargets {

    private final double[][][] targets;
    private final double[][] weights;

    /**
     * @param flatTargets [output][row]
     * @param flatWeights [row]
     */
    public WeightedTargets(RowTiles rows, double[][] flatTargets, double[] flatWeights) {
        Tiles tiles = rows.tiles();
        targets = new double[flatTargets.length][][];
        Arrays.setAll(targets, output -> tiles.copy(flatTargets[output]));
        weights = rows.areWeighted() ? tiles.copy(flatWeights) : null;
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
