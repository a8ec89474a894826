package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.data.Dataset;
import java.util.Arrays;

/** Targets and weights of a table in tiles. */
final class SquaredTable {

    private final double[][][] targets;
    private final double[][] weights;

    SquaredTable(Dataset dataset, Tiles tiles) {
        targets = new double[dataset.targets().length][][];
        Arrays.setAll(targets, output -> tiles.copy(dataset.targets()[output]));
        if (dataset.isWeighted()) {
            double[] flat = new double[dataset.rows()];
            Arrays.setAll(flat, dataset::weight);
            weights = tiles.copy(flat);
        } else {
            weights = null;
        }
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
