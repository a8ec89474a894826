package io.sweepnet.gradient;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.network.Architecture;
import io.sweepnet.random.HashRandom;
import io.sweepnet.random.RandomPermutation;

/** The steps of Adam over mini-batches of a table in memory, drawn again in each epoch. Rows of weight 0 are in no batch. */
final class MiniBatches {

    private final int rows;
    private final long seed;
    private final Backpropagation batch;
    private final Backpropagation lastBatch;
    private final RandomPermutation permutation;

    /** Returns the mini-batches of the settings; null if all rows are one batch. */
    static MiniBatches of(Architecture architecture, Dataset dataset, Loss loss, GradientDescent.Settings settings) {
        if (settings.batchRows().isEmpty()) {
            return null;
        }
        Dataset counting = dataset.withoutWeightlessRows();
        int size = settings.batchRows().getAsInt();
        return size < counting.rows() ? new MiniBatches(architecture, counting, loss, size, settings.seed()) : null;
    }

    private MiniBatches(Architecture architecture, Dataset counting, Loss loss, int size, long seed) {
        this.rows = counting.rows();
        this.seed = seed;
        this.batch = new Backpropagation(architecture, counting, loss, size);
        this.lastBatch = rows % size == 0 ? batch : new Backpropagation(architecture, counting, loss, rows % size);
        this.permutation = new RandomPermutation(rows);
    }

    /** Takes the steps of one epoch, one per batch; the last batch may be smaller. */
    void train(double[] parameters, Adam adam, int epoch, double learningRate) {
        int[] order = permutation.of(seed, HashRandom.Role.MINI_BATCH, epoch);
        for (int from = 0; from < rows; from += batch.rows()) {
            Backpropagation next = rows - from < batch.rows() ? lastBatch : batch;
            next.load(order, from);
            next.loss(parameters);
            adam.step(parameters, next.gradient(), learningRate);
        }
    }
}
