package io.sweepnet.spark.rows;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import scala.Tuple2;
import scala.reflect.ClassTag;

/**
 * A part of a table on executors.
 *
 * <pre>{@code
 * TablePart training = distributedSplit.training();
 * long rows = training.shards().mapToDouble(Dataset::rows).sum().longValue(); // equals training.rows()
 * }</pre>
 *
 * @param rows number of rows
 * @param shards an RDD whose partition k holds one table: the scaled rows of shard k, as {@link Shards} cuts that number of
 *     rows, in canonical order, each with its position in reading order
 * @param ids the ids of the rows of each shard, [row], null for a row without an id; empty if the table has no ids
 */
public record TablePart(int rows, JavaRDD<Dataset> shards, Optional<JavaRDD<String[]>> ids) {

    /** Returns each shard with the ids of its rows, which are null if the table has no ids. */
    public JavaRDD<Tuple2<Dataset, String[]>> shardsWithIds() {
        return ids.map(names -> JavaRDD.fromRDD(
                        shards.zip(names).rdd(), ClassTag.<Tuple2<Dataset, String[]>>apply(Tuple2.class)))
                .orElseGet(() -> shards.map(new WithoutIds()));
    }

    /** Releases the rows and ids on the executors. */
    void unpersist() {
        shards.unpersist();
        ids.ifPresent(JavaRDD::unpersist);
    }

    private static final class WithoutIds implements Function<Dataset, Tuple2<Dataset, String[]>> {

        private static final long serialVersionUID = 1;

        @Override
        public Tuple2<Dataset, String[]> call(Dataset shard) {
            return new Tuple2<>(shard, null);
        }
    }
}
