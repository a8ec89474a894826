package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.SettingKeys;
import io.sweepnet.spark.table.TableFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table where it lies: in files, or in a DataFrame. Its rows are read when they are asked for, on the executors.
 *
 * <pre>{@code
 * SourceTable ofFile = SourceTable.open(spark, TableFiles.of("iris.parquet"), Set.of());
 * SourceTable ofFrame = SourceTable.of(spark.read().parquet("iris.parquet"));
 * }</pre>
 *
 * @param given what messages call it: the path as the user gave it, or the name of the DataFrame
 * @param format what the files are, never {@link DataFormat#AUTO}; empty for a DataFrame
 * @param names the columns' names
 * @param kinds what their cells are, one for each name
 * @param rows the rows
 * @param files the files, in reading order; the rows of a DataFrame count as those of one file
 * @param usualTarget the target by the format's own rule, if it has one
 * @param meaning what texts in cells mean
 * @param notes what the user should know, a line each
 */
public record SourceTable(
        String given,
        Optional<DataFormat> format,
        List<String> names,
        List<CellKind> kinds,
        SourceRows rows,
        List<DataFile> files,
        Optional<String> usualTarget,
        NumberText meaning,
        List<String> notes) {

    private static final List<String> PARQUET = List.of(".parquet", ".parq");
    private static final List<String> LIBSVM = List.of(".libsvm", ".svm", ".svmlight");
    private static final List<String> TEXT = List.of(".csv", ".tsv", ".tab", ".txt");
    private static final String COMPRESSED = "\\.(gz|bz2|zst|lz4|snappy|deflate)$";

    /** What unpacking makes of a byte, Parquet's or a compressed file's, about. */
    private static final double UNPACKED = 3;

    public SourceTable {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /**
     * Opens the files of a table.
     *
     * @param wanted columns that are to be there also where a sparse file does not show them
     * @throws InputException naming the file that cannot be read, or the column that files disagree on
     */
    public static SourceTable open(SparkSession spark, TableFiles files, Set<String> wanted) {
        DataLocation location =
                DataLocation.of(files.path(), spark.sparkContext().hadoopConfiguration());
        NumberText meaning = NumberText.of(files.csv().decimal(), files.csv().missing());
        return switch (format(files.format(), location)) {
            case PARQUET -> ParquetSource.open(spark, location, meaning);
            case LIBSVM -> LibSvmSource.open(spark, location, wanted, meaning);
            default -> CsvSource.open(spark, location, files.csv(), meaning);
        };
    }

    /**
     * Takes a DataFrame as a table. It is read as Parquet files of the same rows are: numbers are numbers, booleans and
     * texts are classes or names, and columns of any other type (times, arrays, structs) are texts, which no feature can
     * be. Null, NaN and empty texts are missing values.
     *
     * <p>Rows count in the order of the partitions. What is learned does not depend on that order, since rows are put into
     * an order of their content; the numbers of rows in messages and in predictions do. A DataFrame that is computed anew
     * must give the same rows each time; where it does not, cache it or write it to files.
     *
     * <p>A DataFrame has neither path nor format. The hash of its names and content ({@code Dataset.sha256}) is that of
     * files with the same rows, so that results and models can name what they learned from.
     *
     * @throws InputException where a column has no name or the name of another, or where the rows are a stream
     */
    public static SourceTable of(Dataset<Row> frame) {
        return of(frame, "the DataFrame");
    }

    /**
     * The same with a name of its own for messages.
     *
     * @param name for example {@code the table 'wines'}
     */
    public static SourceTable of(Dataset<Row> frame, String name) {
        return FrameSource.open(frame, name);
    }

    /**
     * Checks what can be checked of files before Spark is started.
     *
     * @throws InputException where a local table is not there
     */
    public static void check(TableFiles files) {
        DataLocation.checkLocal(files.path());
    }

    /**
     * About how many bytes the files have, unpacked.
     *
     * @throws InputException where there is no such table
     */
    public static double estimatedBytes(SparkSession spark, TableFiles files) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        double bytes = 0;
        for (DataFile file : DataLocation.of(files.path(), hadoop).files()) {
            bytes += file.bytes(hadoop) * (file.isPacked() ? UNPACKED : 1);
        }
        return bytes;
    }

    /** Readers of all columns' cells, by name. */
    public Map<String, CellReader> readers() {
        Map<String, CellReader> readers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            readers.put(names.get(i), new CellReader(i, names.get(i), kinds.get(i), meaning));
        }
        return readers;
    }

    /** The format of a table, told by its files' names where whoever reads it leaves it to them. */
    static DataFormat format(DataFormat asked, DataLocation location) {
        if (asked != DataFormat.AUTO) {
            return asked;
        }
        DataFile first = location.files().get(0);
        DataFormat format = format(first);
        for (DataFile file : location.files()) {
            if (format(file) != format) {
                throw new InputException(SettingKeys.PATH + " = " + location.given() + ": '" + first.name() + "' and '"
                        + file.name() + "' are not of one format by their names; name one kind of files, as in"
                        + " 'folder/*.csv', or set " + SettingKeys.FORMAT);
            }
        }
        return format == DataFormat.AUTO ? DataFormat.CSV : format;
    }

    private static DataFormat format(DataFile file) {
        String name = file.name().toLowerCase(Locale.ROOT).replaceAll(COMPRESSED, "");
        if (PARQUET.stream().anyMatch(name::endsWith)) {
            return DataFormat.PARQUET;
        }
        if (LIBSVM.stream().anyMatch(name::endsWith)) {
            return DataFormat.LIBSVM;
        }
        return TEXT.stream().anyMatch(name::endsWith) ? DataFormat.CSV : DataFormat.AUTO;
    }
}
