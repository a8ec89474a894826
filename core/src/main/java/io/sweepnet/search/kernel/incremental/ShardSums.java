package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;

/**
 * Sums the statistics of a step's candidates over the rows of a shard, in the order of the direct rule. An instance is the
 * work space of one worker.
 */
final class ShardSums {

    private final Dataset dataset;
    private final Loss loss;

    /** Weights of the rows; null if all are 1. */
    private final double[] weights;

    private final StepTile tile;
    private final int statisticSize;

    /** Statistics of a group of candidates for a tile, [candidate][statistic][row of the tile]. */
    private final double[][][] statistics;

    /** One statistic of a group of candidates, [candidate][row of the tile]. */
    private final double[][] columns = new double[StepTile.GROUP][];

    /** Sums of one statistic of a group, [candidate]. */
    private final double[] groupSums = new double[StepTile.GROUP];

    /**
     * Creates the work space.
     *
     * @param weights the result of {@link #weights}
     * @param tile computes outputs; not shared with other sums
     */
    ShardSums(Dataset dataset, Loss loss, double[] weights, StepTile tile) {
        this.dataset = dataset;
        this.loss = loss;
        this.weights = weights;
        this.tile = tile;
        this.statisticSize = loss.statisticSize();
        this.statistics = new double[StepTile.GROUP][statisticSize][StepTile.ROWS];
    }

    /** Returns the weights of the rows; null if all are 1. */
    static double[] weights(Dataset dataset) {
        if (!dataset.isWeighted()) {
            return null;
        }
        double[] weights = new double[dataset.rows()];
        Arrays.setAll(weights, dataset::weight);
        return weights;
    }

    /**
     * Sums the statistics of candidates over some rows.
     *
     * @param values values of the candidates
     * @param count number of candidates
     * @param fromRow first row
     * @param toRow row after the last
     * @param sums receives [candidate * statistics + statistic]
     */
    void sum(ParameterIndex parameter, double[] values, int count, int fromRow, int toRow, double[] sums) {
        Arrays.fill(sums, 0, count * statisticSize, 0);
        for (int from = fromRow; from < toRow; from += StepTile.ROWS) {
            int rows = Math.min(StepTile.ROWS, toRow - from);
            tile.begin(parameter, from, rows);
            for (int first = 0; first < count; first += StepTile.GROUP) {
                int group = Math.min(StepTile.GROUP, count - first);
                double[][][] outputs = tile.outputs(values, first, group);
                for (int i = 0; i < group; i++) {
                    loss.statistics(outputs[i], dataset.targets(), from, rows, statistics[i]);
                }
                for (int s = 0; s < statisticSize; s++) {
                    addUp(first, group, s, from, rows, sums);
                }
            }
        }
    }

    private void addUp(int first, int group, int s, int from, int rows, double[] sums) {
        for (int i = 0; i < StepTile.GROUP; i++) {
            // Eight columns are summed; a smaller group is filled up with its last candidate.
            int candidate = Math.min(i, group - 1);
            columns[i] = statistics[candidate][s];
            groupSums[i] = sums[(first + candidate) * statisticSize + s];
        }
        if (weights == null) {
            OrderedSums.add(columns, groupSums, rows);
        } else {
            OrderedSums.addWeighted(columns, group, groupSums, weights, from, rows);
        }
        for (int i = 0; i < group; i++) {
            sums[(first + i) * statisticSize + s] = groupSums[i];
        }
    }
}
