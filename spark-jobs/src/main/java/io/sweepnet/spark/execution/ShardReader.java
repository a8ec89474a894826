package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;

/** A reader of neighbouring shards of a table, each of which a task can read any number of times. */
interface ShardReader {

    /** Returns the number of the first shard. */
    int first();

    /** Returns the number of shards. */
    int count();

    /** Reads the shard of the given number. */
    Dataset read(int shard);

    /** Reads a shard and, if it is in the memory that Spark manages, keeps it there until the task ends. */
    Dataset hold(int shard);

    /** Returns whether a shard is in the memory that Spark manages in this JVM, so that reading it needs no further memory. */
    boolean isInMemory(int shard);
}
