package io.sweepnet.spark.rows;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * A part of a table, on executors.
 *
 * @param rows number of rows
 * @param shards its shards as {@link Shards} cuts so many rows; partition k holds one table, the rows of shard k in
 *     canonical order, scaled, each with its position in reading order
 * @param ids what names the rows of each shard, [row], null for a row without a name, if the table has ids
 */
public record TablePart(int rows, JavaRDD<Dataset> shards, Optional<JavaRDD<String[]>> ids) {

    void unpersist() {
        shards.unpersist();
        ids.ifPresent(JavaRDD::unpersist);
    }
}
