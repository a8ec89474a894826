package io.sweepnet.spark.data;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import io.sweepnet.spark.config.CsvConfig;
import io.sweepnet.spark.config.DataFormat;
import io.sweepnet.spark.config.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * CSV files with a header. Every cell is read as text and converted later, so that a bad one is named by file, row, column
 * and text and never turns a column of numbers into one of text. Columns are matched by name in every file; one that a file
 * lacks is missing in its rows.
 */
final class CsvSource {

    /** Spark's parser fails on a row of more cells than it is told to expect, in place of calling it malformed. */
    private static final int FEWEST_CELLS = 20_480;

    /** Characters of a broken line in a message. */
    private static final int MOST_SHOWN = 200;

    private final SparkSession spark;
    private final DataLocation location;
    private final CsvConfig csv;

    private CsvSource(SparkSession spark, DataLocation location, CsvConfig csv) {
        this.spark = spark;
        this.location = location;
        this.csv = csv;
    }

    static SourceTable open(SparkSession spark, DataLocation location, CsvConfig csv) {
        return new CsvSource(spark, location, csv).table();
    }

    private SourceTable table() {
        Map<List<String>, List<DataFile>> layouts = layouts();
        Set<String> all = new LinkedHashSet<>();
        layouts.keySet().forEach(all::addAll);
        List<String> names = List.copyOf(all);
        Dataset<Row> rows = null;
        for (Map.Entry<List<String>, List<DataFile>> layout : layouts.entrySet()) {
            Dataset<Row> some = rows(layout.getKey(), layout.getValue(), names);
            rows = rows == null ? some : rows.union(some);
        }
        return new SourceTable(
                location.given(),
                DataFormat.CSV,
                names,
                Collections.nCopies(names.size(), CellKind.UNTYPED),
                rows,
                location.files(),
                Optional.empty(),
                location.notes());
    }

    /** The files that share a header, by it. Empty files, which Spark writes for empty partitions, have none. */
    private Map<List<String>, List<DataFile>> layouts() {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Map<List<String>, List<DataFile>> layouts = new LinkedHashMap<>();
        for (DataFile file : location.files()) {
            List<String> names = CsvHeader.read(file, csv, hadoop);
            if (!names.isEmpty()) {
                layouts.computeIfAbsent(names, header -> new ArrayList<>()).add(file);
            }
        }
        if (layouts.isEmpty()) {
            throw new InputException(location.given() + " is empty: a header with column names is needed");
        }
        return layouts;
    }

    /** The rows of files of one header, in columns of the whole table. */
    private Dataset<Row> rows(List<String> header, List<DataFile> files, List<String> names) {
        StructType schema = new StructType();
        for (int i = 0; i < header.size(); i++) {
            schema = schema.add(SourceTable.numbered(i), DataTypes.StringType);
        }
        Dataset<Row> raw = spark.read()
                .schema(schema.add(SourceTable.MALFORMED, DataTypes.StringType))
                .option("header", true)
                .option("sep", String.valueOf(csv.separator()))
                .option("quote", csv.quote().map(String::valueOf).orElse(""))
                .option("escape", csv.quote().map(String::valueOf).orElse("\\"))
                // As in the header, so that a quote counts after a blank too.
                .option("ignoreLeadingWhiteSpace", true)
                .option("ignoreTrailingWhiteSpace", true)
                .option("mode", "PERMISSIVE")
                // A row is malformed or not, whichever of its cells are asked for.
                .option("columnPruning", false)
                .option("columnNameOfCorruptRecord", SourceTable.MALFORMED)
                .option("maxColumns", Math.max(FEWEST_CELLS, 2 * header.size()))
                .csv(files.stream().map(DataFile::literalPattern).toArray(String[]::new));
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.put(header.get(i), i);
        }
        List<Column> cells = new ArrayList<>();
        for (String name : names) {
            Integer place = places.get(name);
            cells.add(place == null ? lit(null).cast(DataTypes.StringType) : col(SourceTable.numbered(place)));
        }
        Column metadata = raw.metadataColumn("_metadata");
        String complaint =
                "has not the " + header.size() + (header.size() == 1 ? " cell" : " cells") + " of the header: ";
        return raw.select(SourceTable.columns(
                cells,
                metadata.getField("file_path"),
                metadata.getField("file_block_start"),
                concat(lit(complaint), shortened(col(SourceTable.MALFORMED)))));
    }

    /** A line may be as long as a table is wide. */
    private static Column shortened(Column line) {
        return when(length(line).leq(MOST_SHOWN), line).otherwise(concat(substring(line, 1, MOST_SHOWN), lit(" ...")));
    }
}
