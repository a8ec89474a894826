package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import org.apache.spark.sql.SparkSession;

/** Reads tables to learn from into the driver, packed by column on the executors. */
public final class TableReader {

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
     * Reads the table of a configuration.
     *
     * @throws InputException naming the file, column, row or cell that is not as it must be
     */
    public LoadedTable read(DataConfig config) {
        ReadPlan plan = ReadPlan.of(spark, config);
        return new TableAssembler(config, plan, PackedTable.collect(plan)).assemble();
    }
}
