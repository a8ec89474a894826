package io.sweepnet.spark;

import io.sweepnet.JavadocExamplesContract;
import java.nio.file.Path;
import java.util.List;

/** The examples in the Javadoc of this module. */
class JavadocExamplesTest extends JavadocExamplesContract {

    JavadocExamplesTest() {
        super(List.of(Path.of("src/main/java"), Path.of("../core/src/main/java")), """
                import java.nio.file.Path;
                import java.time.Instant;
                import java.util.*;
                import java.util.stream.*;
                import org.apache.hadoop.conf.Configuration;
                import org.apache.spark.*;
                import org.apache.spark.sql.Row;
                import org.apache.spark.sql.SparkSession;
                """, """
                Dataset dataset;
                DistributedSplit distributedSplit;
                DistributedTable table;
                Execution execution;
                ExecutionReport report;
                ModelSettings settings;
                PackedTable packed;
                PredictSettings predictSettings;
                Preparation preparation;
                ResultsFolder folder;
                RunRow row;
                SearchRequest request;
                SparkSession spark;
                Split split;
                TableShards training;
                long seed;
                org.apache.spark.sql.Dataset<Row> frame;
                """);
    }
}
