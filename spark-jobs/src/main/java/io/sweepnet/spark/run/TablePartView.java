package io.sweepnet.spark.run;

import io.sweepnet.data.Shards;
import java.util.List;

/** A part of the table of a run, in the driver or on executors. */
interface TablePartView {

    /** The name of the part in the result tables. */
    String name();

    /** Returns the values of a function for all shards, divided as by {@link Shards}, in the order of the shards. */
    <T> List<T> ofShards(ShardFunction<T> function);
}
