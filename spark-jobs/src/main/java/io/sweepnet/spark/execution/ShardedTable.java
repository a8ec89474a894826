package io.sweepnet.spark.execution;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/** Rows of the driver, which are sent to the executors when they are first needed. Not thread-safe. */
final class ShardedTable {

    private final SparkContext spark;
    private final Dataset table;

    /** Null until {@link #blocks()} is called, and after {@link #discard}. */
    private TableShards blocks;

    /** @param table the rows, in canonical order */
    ShardedTable(SparkContext spark, Dataset table) {
        this.spark = spark;
        this.table = table;
    }

    /** Returns the rows on executors; the first call sends them there. */
    TableShards blocks() {
        if (blocks == null) {
            Shards cut = Shards.of(table.rows());
            List<Dataset> shards = new ArrayList<>();
            for (int k = 0; k < cut.count(); k++) {
                shards.add(table.rows(IntStream.range(cut.from(k), cut.to(k)).toArray()));
            }
            JavaRDD<Dataset> shipped = JavaSparkContext.fromSparkContext(spark)
                    .parallelize(shards, shards.size())
                    .persist(StorageLevel.MEMORY_AND_DISK());
            shipped.count();
            blocks = new TableShards(table.rows(), shipped);
        }
        return blocks;
    }

    /** Releases the rows on the executors. */
    void discard() {
        if (blocks != null) {
            blocks.shards().unpersist();
            blocks = null;
        }
    }
}
