package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.channel.Reduction;
import java.io.Serializable;
import org.apache.spark.TaskContext;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/** A Spark job that computes an array of numbers for each shard of a table, if possible on the executor that holds it. */
final class ShardJob {

    private static final ClassTag<double[]> ARRAY = ClassTag$.MODULE$.apply(double[].class);

    private ShardJob() {}

    /** A function from a shard to an array, whose length is the same for all shards. */
    interface OfShard extends Serializable {
        double[] of(int number, Dataset rows);
    }

    /** Returns the arrays of all shards, in the order of the shards. */
    private static double[][] run(TableShards blocks, OfShard ofShard) {
        return (double[][]) blocks.shards().context().runJob(blocks.shards().rdd(), new Function(ofShard), ARRAY);
    }

    /** Returns the element-wise sums over all shards, added in their order from 0. */
    static double[] sum(TableShards blocks, OfShard ofShard) {
        double[][] all = run(blocks, ofShard);
        return Reduction.SUM.reduce(all, all[0].length);
    }

    /** Returns the element-wise maximum over all shards. */
    static double[] most(TableShards blocks, OfShard ofShard) {
        double[][] all = run(blocks, ofShard);
        return Reduction.MAX.reduce(all, all[0].length);
    }

    /** The function of a task. It is a named class, so that Spark's closure cleaner has little to inspect. */
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
