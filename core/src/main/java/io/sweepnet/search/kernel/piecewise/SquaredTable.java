package io.sweepnet.search.kernel.piecewise;

import java.util.Arrays;

/** Targets and weights of a table in tiles. */
final class SquaredTable {

    private final double[][][] targets;
    private final double[][] weights;

    /**
     * @param flatTargets [output][row]
     * @param flatWeights [row]
     */
    SquaredTable(TiledRows rows, double[][] flatTargets, double[] flatWeights) {
        Tiles tiles = rows.tiles();
        targets = new double[flatTargets.length][][];
        Arrays.setAll(targets, output -> tiles.copy(flatTargets[output]));
        weights = rows.areWeighted() ? tiles.copy(flatWeights) : null;
    }

    int outputs() {
        return targets.length;
    }

    /** Of an output, [tile][row]. */
    double[][] target(int output) {
        return targets[output];
    }

    /** [tile][row]; null where every row counts 1. */
    double[][] weights() {
        return weights;
    }

    double weight(int tile, int i) {
        return weights == null ? 1 : weights[tile][i];
    }
}
