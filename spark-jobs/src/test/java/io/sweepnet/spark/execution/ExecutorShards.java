package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** The shards of a table on executors, as an owner of distributed rows may have them. */
final class ExecutorShards {

    private ExecutorShards() {}

    /** Returns the shards of a table on executors, which are not cached. */
    static TableShards of(SparkContext spark, Dataset table) {
        List<Dataset> shards = cut(table);
        return new TableShards(
                table.rows(), JavaSparkContext.fromSparkContext(spark).parallelize(shards, shards.size()));
    }

    /** Returns the rows of each shard of a table. */
    static List<Dataset> cut(Dataset table) {
        Shards cut = Shards.of(table.rows());
        return IntStream.range(0, cut.count())
                .mapToObj(
                        k -> table.rows(IntStream.range(cut.from(k), cut.to(k)).toArray()))
                .toList();
    }
}
