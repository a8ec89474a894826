package io.sweepnet.search.kernel.incremental;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import java.util.Arrays;

/**
 * Sums the statistics of a step's candidates over the rows of a shard, in the order of the direct rule. Holds the work
 * space of one worker.
 */
final class ShardSums {

    private final Dataset dataset;
    private final Loss loss;

    /** Null where every row counts 1. */
    private final double[] weights;

    private final StepTile tile;
    private final int statisticSize;

    /** Of a tile and a group of candidates, [candidate][statistic][row of the tile]. */
    private final double[][][] statistics;

    /** Of a group of candidates and one statistic, [candidate][row of the tile] and [candidate]. */
    private final double[][] columns = new double[StepTile.GROUP][];

    private final double[] groupSums = new double[StepTile.GROUP];

    /**
     * Work space.
     *
     * @param weights what {@link #weights} gives
     * @param tile computes outputs, for these sums alone
     */
    ShardSums(Dataset dataset, Loss loss, double[] weights, StepTile tile) {
        this.dataset = dataset;
        this.loss = loss;
        this.weights = weights;
        this.tile = tile;
        this.statisticSize = loss.statisticSize();
        this.statistics = new double[StepTile.GROUP][statisticSize][StepTile.ROWS];
    }

    /** Weights of rows; null where every row counts 1. */
    static double[] weights(Dataset dataset) {
        if (!dataset.isWeighted()) {
            return null;
        }
        double[] weights = new double[dataset.rows()];
        Arrays.setAll(weights, dataset::weight);
        return weights;
    }

    /**
     * Sums over some rows.
     *
     * @param values what is tried
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
            // Sums are of eight columns: where the group has fewer candidates, of one of them again.
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
