package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import java.io.Serializable;
import java.util.List;

/**
 * How good a network's outputs are, besides the loss trained on: what is summed over rows, and the figures made of the sums.
 * Rows count by their weights.
 */
interface Metrics extends Serializable {

    /** Losses that are figures too. */
    List<Loss> losses();

    /** How many numbers are summed. */
    int size();

    /**
     * Adds some rows.
     *
     * @param rows a table whose target was scaled
     * @param outputs scaled likewise, [output][0 .. count-1]
     * @param from row of the first output
     * @param count number of rows
     * @param sums are added to, [0 .. size-1]
     */
    void add(Dataset rows, double[][] outputs, int from, int count, double[] sums);

    /**
     * The figures of a part.
     *
     * @param sums over all its rows
     */
    List<Metric> of(PartSums sums, PartRows part);
}
