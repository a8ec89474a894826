package io.sweepnet.spark.data;

/** Some cells of a row, counted in the order in which they were asked for, and where the row stands. */
interface RowCells {

    /** A cell that was asked for as a number; NaN where it is missing. */
    double number(int cell);

    /** A cell that was asked for as text; null where it is missing. */
    String text(int cell);

    /** URI of the row's file. */
    String file();

    /** Where in the file the part begins that the row was read with. */
    long block();

    /** What is wrong with the row as a whole, or null. */
    String malformed();
}
