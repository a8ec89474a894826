package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * What one shard of a table adds to the sums that loss and gradient of the table are made of. Sums over all shards, in their
 * order, have the same bits whoever computes which.
 */
public final class ShardGradient {

    private final int statistics;
    private final int parameters;

    /** Null where no row counts. */
    private final Backpropagation pass;

    /**
     * The part of the rows {@code from .. to - 1}, of which those of weight 0 do not count.
     *
     * @throws IllegalArgumentException naming the activation or the loss that has no useful gradient
     */
    public ShardGradient(Architecture architecture, Dataset dataset, Loss loss, int from, int to) {
        int[] counting = new int[to - from];
        int count = 0;
        for (int row = from; row < to; row++) {
            if (dataset.weight(row) > 0) {
                counting[count++] = row;
            }
        }
        this.statistics = loss.statisticSize();
        this.parameters = architecture.parameterCount();
        this.pass = count == 0 ? null : new Backpropagation(architecture, dataset, loss, count);
        if (pass != null) {
            pass.load(counting, 0);
        }
    }

    /** Length of what {@link #sums} gives: the loss's statistics, then the gradient. */
    public static int size(Architecture architecture, Loss loss) {
        return loss.statisticSize() + architecture.parameterCount();
    }

    /**
     * The weighted sums of the shard's statistics, then its part of the gradient.
     *
     * @param flat parameters
     * @param totalWeight of all rows of the table
     * @param sums receives them
     */
    public void sums(double[] flat, double totalWeight, double[] sums) {
        if (pass == null) {
            Arrays.fill(sums, 0);
            return;
        }
        System.arraycopy(pass.statisticSums(flat), 0, sums, 0, statistics);
        System.arraycopy(pass.gradient(totalWeight), 0, sums, statistics, parameters);
    }
}
