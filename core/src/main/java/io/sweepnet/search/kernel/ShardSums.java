package io.sweepnet.search.kernel;

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
     * @param weights of the rows; null where every row counts 1
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

    /** So many candidates and as many more as make the last group whole. */
    static int padded(int count) {
        return (count + StepTile.GROUP - 1) / StepTile.GROUP * StepTile.GROUP;
    }

    /**
     * Sums over some rows.
     *
     * @param values what is tried, {@link #padded} of them; what comes after the candidates is summed too, and of no use
     * @param count number of candidates
     * @param fromRow first row
     * @param toRow row after the last
     * @param sums receives [candidate * statistics + statistic]
     */
    void sum(ParameterIndex parameter, double[] values, int count, int fromRow, int toRow, double[] sums) {
        Arrays.fill(sums, 0, padded(count) * statisticSize, 0);
        for (int from = fromRow; from < toRow; from += StepTile.ROWS) {
            int rows = Math.min(StepTile.ROWS, toRow - from);
            tile.begin(parameter, from, rows);
            for (int first = 0; first < count; first += StepTile.GROUP) {
                double[][][] outputs = tile.outputs(values, first);
                for (int i = 0; i < StepTile.GROUP; i++) {
                    loss.statistics(outputs[i], dataset.targets(), from, rows, statistics[i]);
                }
                for (int s = 0; s < statisticSize; s++) {
                    addUp(first, s, from, rows, sums);
                }
            }
        }
    }

    private void addUp(int first, int s, int from, int rows, double[] sums) {
        for (int i = 0; i < StepTile.GROUP; i++) {
            columns[i] = statistics[i][s];
            groupSums[i] = sums[(first + i) * statisticSize + s];
        }
        if (weights == null) {
            OrderedSums.add(columns, groupSums, rows);
        } else {
            OrderedSums.addWeighted(columns, groupSums, weights, from, rows);
        }
        for (int i = 0; i < StepTile.GROUP; i++) {
            sums[(first + i) * statisticSize + s] = groupSums[i];
        }
    }
}
