package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.message.SettingKeys;
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
 * The source of a table: files, or a DataFrame. Its rows are read on the executors, when they are needed; {@link
 * io.sweepnet.spark.table.packed.PackedTable} reads them in roles.
 *
 * <pre>{@code
 * SourceTable ofFile = SourceTable.open(spark, TableFiles.of("iris.parquet"), Set.of());
 * SourceTable ofFrame = SourceTable.of(spark.read().parquet("iris.parquet"));
 * }</pre>
 *
 * @param given its name in messages: the path as the user gave it, or the name of the DataFrame
 * @param format the format of the files, never {@link DataFormat#AUTO}; empty for a DataFrame
 * @param names the columns' names
 * @param kinds the types of their cells, one for each name
 * @param rows the rows
 * @param files the files, in reading order; the rows of a DataFrame count as those of one file
 * @param usualTarget the target that the format defines, if it does
 * @param meaning interprets the texts in cells
 * @param notes notes for the user, a line each
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

    /** Approximate number of bytes that a byte of a Parquet or compressed file holds. */
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
     * <pre>{@code
     * SourceTable digits = SourceTable.open(spark, TableFiles.of("digits.libsvm"), Set.of("x784"));
     * }</pre>
     *
     * @param wanted columns that the table must have even if a sparse file does not contain them
     * @throws InputException naming the file that cannot be read, or the column on which files disagree
     */
    public static SourceTable open(SparkSession spark, TableFiles files, Set<String> wanted) {
        DataLocation location =
                DataLocation.of(files.path(), spark.sparkContext().hadoopConfiguration());
        NumberText meaning = NumberText.of(files.csv().decimal(), files.csv().missing());
        DataFormat format =
                format(files.format(), location, spark.sparkContext().hadoopConfiguration());
        return switch (format) {
            case PARQUET -> ParquetSource.open(spark, location, meaning);
            case LIBSVM -> LibSvmSource.open(spark, location, wanted, meaning);
            default -> CsvSource.open(spark, location, files.csv(), meaning);
        };
    }

    /**
     * Opens a DataFrame as a table, whose cells are read as those of Parquet files are.
     *
     * @throws InputException if a column has no name or the name of another, or if the rows are a stream
     */
    public static SourceTable of(Dataset<Row> frame) {
        return of(frame, "the DataFrame");
    }

    /**
     * Opens a DataFrame as {@link #of(Dataset)} does, with a name of its own for messages.
     *
     * @param name for example {@code the table 'wines'}
     */
    public static SourceTable of(Dataset<Row> frame, String name) {
        return FrameSource.open(frame, name);
    }

    /**
     * Checks as much of the files as is possible before Spark is started.
     *
     * @throws InputException if a local table does not exist
     */
    public static void check(TableFiles files) {
        DataLocation.checkLocal(files.path());
    }

    /**
     * Returns the approximate size of the files in bytes, uncompressed.
     *
     * @throws InputException if there is no such table
     */
    public static double estimatedBytes(SparkSession spark, TableFiles files) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        double bytes = 0;
        for (DataFile file : DataLocation.of(files.path(), hadoop).files()) {
            bytes += file.bytes(hadoop) * (file.isPacked() ? UNPACKED : 1);
        }
        return bytes;
    }

    /** Returns readers of all columns' cells, by name. */
    public Map<String, CellReader> readers() {
        Map<String, CellReader> readers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            readers.put(names.get(i), new CellReader(i, names.get(i), kinds.get(i), meaning));
        }
        return readers;
    }

    /**
     * Returns the format of a table: the requested one or, for {@link DataFormat#AUTO}, that of the files' names, or of the
     * first file's bytes where the names show none.
     *
     * @throws InputException if names or bytes contradict the format
     */
    static DataFormat format(DataFormat asked, DataLocation location, Configuration hadoop) {
        DataFile first = location.files().get(0);
        DataFormat format = asked == DataFormat.AUTO ? format(location) : asked;
        FileContent content = FileContent.of(first, hadoop);
        if (format == DataFormat.AUTO) {
            return content.format(location, first);
        }
        content.check(format, location, first);
        return format;
    }

    /** Returns the format that the names of all files show; {@link DataFormat#AUTO} for none. */
    private static DataFormat format(DataLocation location) {
        DataFile first = location.files().get(0);
        DataFormat format = format(first);
        for (DataFile file : location.files()) {
            if (format(file) != format) {
                throw new InputException(SettingKeys.PATH + " = " + location.given() + ": '" + first.name() + "' and '"
                        + file.name() + "' are not of one format by their names; name one kind of files, as in"
                        + " 'folder/*.csv', or set " + SettingKeys.FORMAT);
            }
        }
        return format;
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
