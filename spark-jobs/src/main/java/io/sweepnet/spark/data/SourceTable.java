package io.sweepnet.spark.data;

import io.sweepnet.spark.config.CsvConfig;
import io.sweepnet.spark.config.DataFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * A table as it lies in its files, on the executors. Columns of {@code rows} are named by number, since names may hold
 * anything: {@code c0}, {@code c1} ... in the order of {@code names}; then where the row stands, and what is wrong with
 * it as a whole.
 *
 * @param given the path as the user gave it
 * @param format what the files are, never {@link DataFormat#AUTO}
 * @param names the columns' names
 * @param kinds what their cells are, one for each name
 * @param rows the rows
 * @param files the files, in reading order
 * @param usualTarget the target by the format's own rule, if it has one
 * @param notes what the user should know, a line each
 */
public record SourceTable(
        String given,
        DataFormat format,
        List<String> names,
        List<CellKind> kinds,
        Dataset<Row> rows,
        List<DataFile> files,
        Optional<String> usualTarget,
        List<String> notes) {

    /** After the numbered columns: URI of the row's file, and where in it the part begins that the row was read with. */
    static final String FILE = "file";

    static final String BLOCK = "block";

    /** Last: what is wrong with the row as a whole, else null. */
    static final String MALFORMED = "malformed";

    public SourceTable {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** Readers of all columns' cells, by name. */
    public Map<String, CellReader> readers(CsvConfig csv) {
        NumberText meaning = NumberText.of(csv.decimal(), csv.missing());
        Map<String, CellReader> readers = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            readers.put(names.get(i), new CellReader(i, names.get(i), kinds.get(i), meaning));
        }
        return readers;
    }

    /** Spark's type of a column in {@code rows}. */
    public DataType type(int column) {
        return rows.schema().fields()[column].dataType();
    }

    /**
     * What is wrong with a row of the table as a whole, or null.
     *
     * @param width number of columns of the table
     */
    public static String malformed(Row row, int width) {
        return row.getString(width + 2);
    }

    /** Name of a column in {@code rows}. */
    static String numbered(int column) {
        return "c" + column;
    }

    /** The columns of {@code rows}, cells first. */
    static Column[] columns(List<Column> cells, Column file, Column block, Column malformed) {
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            all.add(cells.get(i).as(numbered(i)));
        }
        all.add(file.as(FILE));
        all.add(block.as(BLOCK));
        all.add(malformed.as(MALFORMED));
        return all.toArray(Column[]::new);
    }
}
