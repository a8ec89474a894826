package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import java.io.Serializable;

/** What is computed of a shard, where its rows are. */
interface ShardFunction<T> extends Serializable {

    /**
     * Computes it.
     *
     * @param rows a table that has the shard
     * @param from the shard's first row
     * @param to the row after its last
     */
    T of(Dataset rows, int from, int to);
}
