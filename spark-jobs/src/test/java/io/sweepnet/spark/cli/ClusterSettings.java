package io.sweepnet.spark.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Settings that clusters have other than Spark's defaults, each as {@code KEY=VALUE}, several joined by blanks. */
public final class ClusterSettings {

    /** Those that have changed, or might change, what goes between JVMs. */
    public static final List<String> RISKY = List.of(
            "spark.serializer=org.apache.spark.serializer.KryoSerializer",
            "spark.serializer=org.apache.spark.serializer.KryoSerializer spark.kryo.registrationRequired=true",
            "spark.task.cpus=2 spark.executor.cores=2",
            "spark.io.compression.codec=zstd spark.rdd.compress=true spark.shuffle.compress=false",
            "spark.task.maxFailures=1",
            "spark.speculation=true",
            "spark.hadoop.fs.defaultFS=hdfs://127.0.0.1:1");

    private static final List<String> OTHERS = List.of(
            "spark.sql.ansi.enabled=false",
            "spark.sql.session.timeZone=America/Los_Angeles",
            "spark.sql.caseSensitive=true",
            "spark.sql.files.ignoreCorruptFiles=true",
            "spark.sql.files.ignoreMissingFiles=true",
            "spark.sql.parquet.compression.codec=gzip",
            "spark.sql.shuffle.partitions=1",
            "spark.default.parallelism=7",
            "spark.sql.adaptive.enabled=false",
            "spark.sql.files.maxPartitionBytes=1000",
            "spark.sql.files.minPartitionNum=5",
            "spark.shuffle.sort.bypassMergeThreshold=0",
            "spark.sql.parquet.mergeSchema=true spark.sql.parquet.int96RebaseModeInWrite=LEGACY",
            "spark.sql.parquet.enableVectorizedReader=false spark.sql.codegen.wholeStage=false",
            "spark.sql.legacy.timeParserPolicy=LEGACY",
            "spark.sql.sources.partitionOverwriteMode=dynamic",
            "spark.driver.maxResultSize=1m",
            "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version=2",
            "spark.sql.parquet.filterPushdown=false spark.sql.csv.filterPushdown.enabled=false");

    private ClusterSettings() {}

    public static Stream<String> all() {
        return Stream.concat(RISKY.stream(), OTHERS.stream());
    }

    /** The keys and values of a line of these. */
    public static Map<String, String> of(String line) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : line.split(" ", -1)) {
            int end = setting.indexOf('=');
            settings.put(setting.substring(0, end), setting.substring(end + 1));
        }
        return settings;
    }
}
