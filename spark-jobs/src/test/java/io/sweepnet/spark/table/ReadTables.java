package io.sweepnet.spark.table;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.table.packed.PackedTable;
import org.apache.spark.sql.SparkSession;

/** Reads the tables of configurations. */
public final class ReadTables {

    private ReadTables() {}

    /** The table, in the driver. */
    public static Table read(SparkSession spark, DataConfig config) {
        return open(spark, config).collect();
    }

    /** The table, before it is read. */
    public static PackedTable open(SparkSession spark, DataConfig config) {
        return PackedTable.open(spark, config.files(), config.roles());
    }
}
