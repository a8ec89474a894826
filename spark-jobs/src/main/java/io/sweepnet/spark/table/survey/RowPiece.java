package io.sweepnet.spark.table.survey;

/** Rows that stand in a file one after the other, as a survey looks at them: some of their columns, by number. */
public interface RowPiece {

    /** One column. */
    interface Column {

        /** The numbers, [row]; empty where the column holds none. */
        double[] numbers();

        /** A cell's number; NaN where it holds none. */
        double number(int row);

        /** A cell's text, null where missing. A number that came without a text is spelled as a class of it is. */
        String text(int row);

        /** Whether texts are as the file has them; else they are made of the numbers. */
        boolean hasOwnTexts();
    }

    int rows();

    Column column(int index);
}
