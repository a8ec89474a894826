package io.sweepnet.spark.rows;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function;
import scala.Tuple2;
import scala.reflect.ClassTag;

/**
 * A part of a table, on executors.
 *
 * @param rows number of rows
 * @param shards its shards as {@link Shards} cuts so many rows; partition k holds one table, the rows of shard k in
 *     canonical order, scaled, each with its position in reading order
 * @param ids what names the rows of each shard, [row], null for a row without a name, if the table has ids
 */
public record TablePart(int rows, JavaRDD<Dataset> shards, Optional<JavaRDD<String[]>> ids) {

    /** Each shard with what names its rows, null where the table has no ids. */
    public JavaRDD<Tuple2<Dataset, String[]>> shardsWithIds() {
        return ids.map(names -> JavaRDD.fromRDD(
                        shards.zip(names).rdd(), ClassTag.<Tuple2<Dataset, String[]>>apply(Tuple2.class)))
                .orElseGet(() -> shards.map(new WithoutIds()));
    }

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
