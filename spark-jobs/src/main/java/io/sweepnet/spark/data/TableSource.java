package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.DataFormat;
import io.sweepnet.spark.config.InputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** Opens tables of any format through Spark SQL. */
public final class TableSource {

    private static final List<String> PARQUET = List.of(".parquet", ".parq");
    private static final List<String> LIBSVM = List.of(".libsvm", ".svm", ".svmlight");
    private static final List<String> TEXT = List.of(".csv", ".tsv", ".tab", ".txt");
    private static final String PACKED = "\\.(gz|bz2|zst|lz4|snappy|deflate)$";

    private TableSource() {}

    /**
     * Opens a table; its rows are read when they are asked for.
     *
     * @param wanted columns that are to be there also where a sparse file does not show them
     * @throws InputException naming the file that cannot be read, or the column that files disagree on
     */
    public static SourceTable open(SparkSession spark, DataConfig config, Set<String> wanted) {
        DataLocation location =
                DataLocation.of(config.path(), spark.sparkContext().hadoopConfiguration());
        return switch (format(config.format(), location)) {
            case PARQUET -> ParquetSource.open(spark, location);
            case LIBSVM -> LibSvmSource.open(spark, location, wanted);
            default -> CsvSource.open(spark, location, config.csv());
        };
    }

    /** The format of a table, told by its files' names where the configuration leaves it to them. */
    static DataFormat format(DataFormat configured, DataLocation location) {
        if (configured != DataFormat.AUTO) {
            return configured;
        }
        DataFile first = location.files().get(0);
        DataFormat format = format(first);
        for (DataFile file : location.files()) {
            if (format(file) != format) {
                throw new InputException("data.path = " + location.given() + ": '" + first.name() + "' and '"
                        + file.name() + "' are not of one format by their names; name one kind of files, as in"
                        + " 'folder/*.csv', or set data.format");
            }
        }
        return format == DataFormat.AUTO ? DataFormat.CSV : format;
    }

    private static DataFormat format(DataFile file) {
        String name = file.name().toLowerCase(Locale.ROOT).replaceAll(PACKED, "");
        if (PARQUET.stream().anyMatch(name::endsWith)) {
            return DataFormat.PARQUET;
        }
        if (LIBSVM.stream().anyMatch(name::endsWith)) {
            return DataFormat.LIBSVM;
        }
        return TEXT.stream().anyMatch(name::endsWith) ? DataFormat.CSV : DataFormat.AUTO;
    }
}
