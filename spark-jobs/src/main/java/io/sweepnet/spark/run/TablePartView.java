package io.sweepnet.spark.run;

import io.sweepnet.data.Shards;
import java.util.List;

/** A part of a run's table, wherever its rows are. */
interface TablePartView {

    /** The name that results know it by. */
    String name();

    /** What a function gives of each shard, as {@link Shards} cuts them, in their order. */
    <T> List<T> ofShards(ShardFunction<T> function);
}
