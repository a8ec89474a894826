package io.sweepnet.spark.table.source;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/** The rows of a table, read by Spark. Columns are indexed from 0, in the order of the table's names. */
public interface SourceRows {

    /** Some cells of a row, indexed in the order in which they were requested, and the location of the row. */
    interface Cells {

        /** Returns a cell that was requested as a number; NaN where it is missing. */
        double number(int cell);

        /** Returns a cell that was requested as text; null where it is missing. */
        String text(int cell);

        /** Returns the URI of the row's file. */
        String file();

        /**
         * Returns the offset in the file, in bytes, of the part that the row was read with; for a DataFrame the
         * partition.
         */
        long block();

        /** Returns what is wrong with the row as a whole, or null. */
        String malformed();
    }

    /** Returns Spark's type of a column. */
    DataType type(int column);

    /**
     * Returns whole rows: the cells of all columns, then the URI of the row's file, the offset of the part that the row
     * was read with, and what is wrong with the row as a whole, or null.
     */
    JavaRDD<Row> whole();

    /** Returns what is wrong with one of the {@link #whole} rows, or null: their last cell. */
    static String malformed(Row row) {
        return row.getString(row.size() - 1);
    }

    /**
     * Returns some cells of every row.
     *
     * @param columns indices of the columns, in the order in which the cells are indexed
     * @param kinds how the cells of each column are read: as numbers, or else as text
     */
    JavaRDD<Cells> cells(List<Integer> columns, List<CellKind> kinds);
}
