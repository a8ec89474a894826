package io.sweepnet.loss;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.ForwardPass;
import java.util.Arrays;

/**
 * The weighted sums of a loss's statistics over rows of a table, taken in row order, as the direct rule does in a shard. The
 * sums of a table are those of its shards, added in shard order.
 *
 * <p>Reuses its arrays from call to call; not for use by several threads at once.
 */
final class StatisticSums {

    private final Dataset dataset;
    private final Loss loss;
    private final double[][] statistics;
    private final double[] sums;

    /** Creates sums over no rows, which are 0. */
    StatisticSums(Dataset dataset, Loss loss) {
        this.dataset = dataset;
        this.loss = loss;
        this.statistics = new double[loss.statisticSize()][ForwardPass.TILE_ROWS];
        this.sums = new double[statistics.length];
    }

    /** Sets the sums to 0. */
    void clear() {
        Arrays.fill(sums, 0);
    }

    /**
     * Adds the statistics of consecutive rows, times their weights.
     *
     * @param outputs outputs of a network, [output][0 .. count-1]
     * @param from row of the first output
     * @param count number of rows, at most {@link ForwardPass#TILE_ROWS}
     */
    void add(double[][] outputs, int from, int count) {
        loss.statistics(outputs, dataset.targets(), from, count, statistics);
        for (int s = 0; s < sums.length; s++) {
            double[] statistic = statistics[s];
            double sum = sums[s];
            for (int i = 0; i < count; i++) {
                double weight = dataset.weight(from + i);
                // A row of weight 0 does not count, even if its statistic is infinite or NaN.
                sum += weight == 0 ? 0 : weight * statistic[i];
            }
            sums[s] = sum;
        }
    }

    /** Adds the sums to others, [statistic]. */
    void addTo(double[] others) {
        for (int s = 0; s < sums.length; s++) {
            others[s] += sums[s];
        }
    }
}
