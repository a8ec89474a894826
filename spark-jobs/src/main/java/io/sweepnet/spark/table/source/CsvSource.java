package io.sweepnet.spark.table.source;

import static org.apache.spark.sql.functions.col;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.DataFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;

/**
 * CSV files with a header. They are read as lines and parsed here, since Spark's own reader plans every column several
 * times and accepts a quote that is not closed. Every cell is read as text and converted later, so that a bad one is
 * reported with file, row, column and text and never turns a column of numbers into one of text. Columns are matched by
 * name in every file; one that a file lacks is missing in its rows.
 */
final class CsvSource {

    private final SparkSession spark;
    private final DataLocation location;
    private final CsvLine.Marks marks;
    private final NumberText meaning;

    private CsvSource(SparkSession spark, DataLocation location, CsvLine.Marks marks, NumberText meaning) {
        this.spark = spark;
        this.location = location;
        this.marks = marks;
        this.meaning = meaning;
    }

    static SourceTable open(SparkSession spark, DataLocation location, CsvFormat csv, NumberText meaning) {
        return new CsvSource(spark, location, CsvLine.Marks.of(csv), meaning).table();
    }

    private SourceTable table() {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<String, int[]> columnsByFile = columnsByFile(columns);
        if (columns.isEmpty()) {
            throw new InputException(location.given() + " is empty: a header with column names is needed");
        }
        int width = columns.size();
        return new SourceTable(
                location.given(),
                Optional.of(DataFormat.CSV),
                List.copyOf(columns.keySet()),
                Collections.nCopies(width, CellKind.UNTYPED),
                new LineRows(
                        lines().mapPartitions(new CsvRows(marks, width, columnsByFile)),
                        Collections.nCopies(width, DataTypes.StringType)),
                location.files(),
                Optional.empty(),
                meaning,
                location.notes());
    }

    /**
     * Returns the columns of each file's cells, by the file's key; files with the same header share them. Empty files,
     * which Spark writes for empty partitions, have none.
     *
     * @param columns receives the columns of the whole table, by name
     */
    private Map<String, int[]> columnsByFile(Map<String, Integer> columns) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Map<List<String>, int[]> layouts = new HashMap<>();
        Map<String, int[]> columnsByFile = new HashMap<>();
        for (DataFile file : location.files()) {
            List<String> header = CsvHeader.read(file, marks, hadoop);
            header.forEach(name -> columns.putIfAbsent(name, columns.size()));
            if (!header.isEmpty()) {
                columnsByFile.put(
                        file.key(),
                        layouts.computeIfAbsent(
                                header,
                                names -> names.stream().mapToInt(columns::get).toArray()));
            }
        }
        return columnsByFile;
    }

    private JavaRDD<InternalRow> lines() {
        Dataset<Row> raw = spark.read().text(location.patterns());
        Column metadata = raw.metadataColumn("_metadata");
        return raw.select(col("value"), metadata.getField("file_path"), metadata.getField("file_block_start"))
                .queryExecution()
                .toRdd()
                .toJavaRDD();
    }
}
