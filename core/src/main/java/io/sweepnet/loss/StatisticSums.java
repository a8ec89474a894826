package io.sweepnet.loss;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.ForwardPass;
import java.util.Arrays;

/**
 * The weighted sums of a loss's statistics over some rows of a table, in row order: what the direct rule does in a shard.
 * Sums of shards, added in shard order, are those of the table.
 *
 * <p>Holds its work space; not for use by several threads at once.
 */
public final class StatisticSums {

    private final Dataset dataset;
    private final Loss loss;
    private final double[][] statistics;
    private final double[] sums;

    /** Sums over no rows yet, which are 0. */
    public StatisticSums(Dataset dataset, Loss loss) {
        this.dataset = dataset;
        this.loss = loss;
        this.statistics = new double[loss.statisticSize()][ForwardPass.TILE_ROWS];
        this.sums = new double[statistics.length];
    }

    /** Begins anew. */
    void clear() {
        Arrays.fill(sums, 0);
    }

    /**
     * Adds some rows.
     *
     * @param outputs of a network, [output][0 .. count-1]
     * @param from row of the first output
     * @param count number of rows, at most {@link ForwardPass#TILE_ROWS}
     */
    public void add(double[][] outputs, int from, int count) {
        loss.statistics(outputs, dataset.targets(), from, count, statistics);
        for (int s = 0; s < sums.length; s++) {
            double[] statistic = statistics[s];
            double sum = sums[s];
            for (int i = 0; i < count; i++) {
                double weight = dataset.weight(from + i);
                // A row of weight 0 is no row, even where its statistic is infinite.
                sum += weight == 0 ? 0 : weight * statistic[i];
            }
            sums[s] = sum;
        }
    }

    /** The sums so far, [statistic]. */
    public double[] toArray() {
        return sums.clone();
    }

    /** Adds the sums so far to others, [statistic]. */
    void addTo(double[] others) {
        for (int s = 0; s < sums.length; s++) {
            others[s] += sums[s];
        }
    }
}
