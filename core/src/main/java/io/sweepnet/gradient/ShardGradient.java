package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import java.util.Arrays;

/**
 * The part of one shard in the loss and the gradient of a table. Summed over all shards in shard order, these parts have the
 * same bits however the shards are distributed.
 */
public final class ShardGradient {

    private final int statistics;
    private final int parameters;

    /** Null if all rows have weight 0. */
    private final Backpropagation pass;

    /**
     * Creates the part of the rows {@code from .. to - 1}, without those of weight 0.
     *
     * @throws IllegalArgumentException if an activation or the loss has no useful gradient; the message names it
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

    /** Returns the length of the result of {@link #sums}: the loss's statistics, then the gradient. */
    public static int size(Architecture architecture, Loss loss) {
        return loss.statisticSize() + architecture.parameterCount();
    }

    /**
     * Computes the weighted sums of the shard's statistics, followed by its part of the gradient.
     *
     * @param flat flat parameters
     * @param totalWeight sum of the weights of all rows of the table
     * @param sums receives the result, [0 .. size-1]
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
