package io.sweepnet.spark.table.source;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/** The rows of a table, where Spark reads them. Columns count from 0, in the order of the table's names. */
public interface SourceRows {

    /** Some cells of a row, counted in the order in which they were asked for, and where the row stands. */
    interface Cells {

        /** A cell that was asked for as a number; NaN where it is missing. */
        double number(int cell);

        /** A cell that was asked for as text; null where it is missing. */
        String text(int cell);

        /** URI of the row's file. */
        String file();

        /** Where in the file the part begins that the row was read with; of a DataFrame the partition. */
        long block();

        /** What is wrong with the row as a whole, or null. */
        String malformed();
    }

    /** Spark's type of a column. */
    DataType type(int column);

    /**
     * Whole rows: the cells of all columns, then URI of the row's file, where in it the part begins that the row was read
     * with, and what is wrong with the row as a whole, else null.
     */
    JavaRDD<Row> whole();

    /** What is wrong with one of the {@link #whole} rows, or null: their last cell. */
    static String malformed(Row row) {
        return row.getString(row.size() - 1);
    }

    /**
     * Some cells of every row.
     *
     * @param columns of which columns, in the order in which they are wanted
     * @param kinds what they are taken as, one for each: numbers, or else text
     */
    JavaRDD<Cells> cells(List<Integer> columns, List<CellKind> kinds);
}
