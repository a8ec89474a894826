package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;

/** Neighbouring shards of a table that a task can read, as often as it likes. */
interface ShardReader {

    /** Number of the first shard. */
    int first();

    /** Number of shards. */
    int count();

    /** A shard, by its number. */
    Dataset read(int shard);

    /** The same; where it is in the memory that Spark manages it stays there until the task ends. */
    Dataset hold(int shard);

    /** Whether a shard is in the memory that Spark manages in this JVM, so that reading it takes none. */
    boolean isInMemory(int shard);
}
