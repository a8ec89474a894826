package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import java.io.Serializable;

/** A function of a shard, computed where the rows of the shard are. */
interface ShardFunction<T> extends Serializable {

    /**
     * Computes the value for a shard.
     *
     * @param rows a table that contains the shard
     * @param from the first row of the shard
     * @param to the row after the last one of the shard
     */
    T of(Dataset rows, int from, int to);
}
