package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.spark.rows.TablePart;
import org.apache.spark.api.java.JavaRDD;

/**
 * A table whose rows stay on executors.
 *
 * @param rows number of rows
 * @param shards partition k holds one table: the rows of shard k, in canonical order, of those that {@link Shards} cuts so many
 *     rows into; kept by Spark, in memory or on disk
 */
public record RowBlocks(int rows, JavaRDD<Dataset> shards) {

    /** The rows of a part of a table on executors. */
    public static RowBlocks of(TablePart part) {
        return new RowBlocks(part.rows(), part.shards());
    }
}
