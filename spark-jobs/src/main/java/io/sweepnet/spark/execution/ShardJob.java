package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.channel.Reduction;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/** A Spark job that computes an array of numbers for each shard of a table, where the shard is. */
final class ShardJob {

    private static final ClassTag<double[]> ARRAY = ClassTag$.MODULE$.apply(double[].class);

    private ShardJob() {}

    /** What is computed of a shard. */
    interface OfShard extends Serializable {
        double[] of(int number, Dataset rows);
    }

    /** The arrays of all shards, in their order. */
    private static double[][] run(RowBlocks blocks, OfShard ofShard) {
        return (double[][]) blocks.shards().context().runJob(blocks.shards().rdd(), new Function(ofShard), ARRAY);
    }

    /** The sums over all shards, added up in their order from 0. */
    static double[] sum(RowBlocks blocks, OfShard ofShard) {
        double[][] all = run(blocks, ofShard);
        return Reduction.SUM.reduce(all, all[0].length);
    }

    /** The largest of each number over all shards. */
    static double[] most(RowBlocks blocks, OfShard ofShard) {
        double[][] all = run(blocks, ofShard);
        return Reduction.MAX.reduce(all, all[0].length);
    }

    /** A named class, in which Spark's closure cleaner has little to search. */
    private static final class Function extends AbstractFunction2<TaskContext, Iterator<Dataset>, double[]>
            implements Serializable {

        private static final long serialVersionUID = 1;

        private final OfShard ofShard;

        Function(OfShard ofShard) {
            this.ofShard = ofShard;
        }

        @Override
        public double[] apply(TaskContext task, Iterator<Dataset> shard) {
            return ofShard.of(task.partitionId(), shard.next());
        }
    }
}
