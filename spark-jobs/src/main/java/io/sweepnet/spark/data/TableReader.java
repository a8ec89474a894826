package io.sweepnet.spark.data;

import io.sweepnet.spark.config.CsvConfig;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads tables through Spark SQL. Every cell of a CSV file is read as text and converted here, so that a bad one is named
 * by row, column and text and never turns a column of numbers into one of text.
 */
public final class TableReader {

    private static final String MALFORMED = "malformed";

    /** Spark's parser fails on a row of more cells than it is told to expect, in place of calling it malformed. */
    private static final int FEWEST_CELLS = 20_480;

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
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        CsvConfig csv = config.csv();
        DataLocation location = DataLocation.of(config.path(), hadoop);
        List<String> names = CsvHeader.read(location, csv, hadoop);
        boolean[] keepTexts = new boolean[names.size()];
        for (int i = 0; i < keepTexts.length; i++) {
            String name = names.get(i);
            keepTexts[i] = config.target().filter(name::equals).isPresent()
                    || config.id().filter(name::equals).isPresent();
        }
        NumberText meaning = NumberText.of(csv.decimal(), csv.missing());
        List<PackedRows> partitions = rows(location, csv, names.size())
                .javaRDD()
                .mapPartitions(new PackFunction(keepTexts, meaning))
                .collect();
        return new TableAssembler(config, names, partitions).assemble();
    }

    /** The cells as text, in columns named by number: the file's own names may hold anything. */
    private org.apache.spark.sql.Dataset<Row> rows(DataLocation location, CsvConfig csv, int width) {
        StructType schema = new StructType();
        for (int i = 0; i < width; i++) {
            schema = schema.add("c" + i, DataTypes.StringType);
        }
        return spark.read()
                .schema(schema.add(MALFORMED, DataTypes.StringType))
                .option("header", true)
                .option("sep", String.valueOf(csv.separator()))
                .option("quote", csv.quote().map(String::valueOf).orElse(""))
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", MALFORMED)
                .option("maxColumns", Math.max(FEWEST_CELLS, 2 * width))
                .csv(location.literalPattern());
    }
}
