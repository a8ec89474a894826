package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import org.apache.spark.Partition;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.RDDBlockId;
import scala.collection.Iterator;

/** A reader of shards that are partitions of an RDD, for use in one task. */
final class RddShards implements ShardReader {

    private final RDD<Dataset> shards;
    private final Partition[] partitions;
    private final int first;
    private final TaskContext task;

    RddShards(RDD<Dataset> shards, Partition[] partitions, int first, TaskContext task) {
        this.shards = shards;
        this.partitions = partitions;
        this.first = first;
        this.task = task;
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int count() {
        return partitions.length;
    }

    @Override
    public Dataset read(int shard) {
        Iterator<Dataset> one = blocks(shard);
        Dataset rows = one.next();
        // Spark releases a block when its iterator is exhausted.
        if (one.hasNext()) {
            throw new IllegalStateException("partition " + shard + " is not one shard");
        }
        return rows;
    }

    @Override
    public Dataset hold(int shard) {
        return blocks(shard).next();
    }

    /** Reads a partition from memory, disk or another executor, or computes it again. */
    private Iterator<Dataset> blocks(int shard) {
        return shards.iterator(partitions[shard - first], task);
    }

    @Override
    public boolean isInMemory(int shard) {
        return SparkEnv.get().blockManager().memoryStore().contains(new RDDBlockId(shards.id(), shard));
    }
}
