package io.sweepnet.spark.table.survey;

/** Consecutive rows of a file, as a survey reads them: some of the columns, by index. */
public interface RowPiece {

    /** One column. */
    interface Column {

        /** Returns the numbers, [row]; empty if the column holds none. */
        double[] numbers();

        /** Returns a cell's number; NaN where it holds none. */
        double number(int row);

        /**
         * Returns a cell's text, null where missing. For a number read without a text, it is the name of the number as
         * a class.
         */
        String text(int row);

        /** Returns whether the texts are those of the file; otherwise they are made from the numbers. */
        boolean hasOwnTexts();
    }

    /** Returns the number of rows. */
    int rows();

    /** Returns the column of an index. */
    Column column(int index);
}
