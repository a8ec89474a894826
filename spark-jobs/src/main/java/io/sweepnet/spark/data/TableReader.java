package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Reads tables to learn from into the driver, packed by column on the executors. */
public final class TableReader {

    /** A table is held as it is read, as a table of numbers, and split and scaled, not all at the same time. */
    private static final double COPIES = 3;

    /** What unpacking makes of a byte, Parquet's or a compressed file's, about. */
    private static final double PACKED = 3;

    private final SparkSession spark;

    /** A reader that uses a session. */
    public TableReader(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * Checks what can be checked before Spark is started.
     *
     * @throws InputException where a local table is not there
     */
    public static void check(DataConfig config) {
        DataLocation.checkLocal(config.path());
    }

    /**
     * About how many bytes of memory the driver needs at most to read a table and to make it ready to learn from.
     *
     * @throws InputException where there is no such table
     */
    public long estimatedBytes(DataConfig config) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        DataLocation location = DataLocation.of(config.path(), hadoop);
        double bytes = 0;
        for (DataFile file : location.files()) {
            bytes += file.bytes(hadoop) * (file.isPacked() ? PACKED : 1);
        }
        return (long) (COPIES * bytes);
    }

    /**
     * Reads the table of a configuration.
     *
     * @throws InputException naming the file, column, row or cell that is not as it must be
     */
    public LoadedTable read(DataConfig config) {
        ReadPlan plan = ReadPlan.of(spark, config);
        return new TableAssembler(config, plan, PackedTable.collect(plan)).assemble();
    }
}
