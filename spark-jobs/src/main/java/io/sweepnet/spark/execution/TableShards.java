package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.spark.rows.TablePart;
import org.apache.spark.api.java.JavaRDD;

/**
 * A table whose rows stay on executors.
 *
 * <pre>{@code
 * TableShards training = TableShards.of(distributedSplit.training());
 * Execution execution = RowsExecution.of(request, training, Optional.empty());
 * }</pre>
 *
 * @param rows number of rows
 * @param shards an RDD, cached in memory or on disk, whose partition k holds one table: the rows of shard k, as {@link Shards}
 *     cuts that number of rows, in canonical order
 */
public record TableShards(int rows, JavaRDD<Dataset> shards) {

    /** Returns the rows of a part of a distributed table. */
    public static TableShards of(TablePart part) {
        return new TableShards(part.rows(), part.shards());
    }
}
