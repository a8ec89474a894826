package io.sweepnet.spark.data;

import java.io.Serializable;

/**
 * The first text of a column that is not in UTF-8.
 *
 * @param row its row; -1 for none
 * @param text what was made of it
 */
record BrokenText(long row, String text) implements Serializable {

    static final BrokenText NONE = new BrokenText(-1, "");

    boolean isFound() {
        return row >= 0;
    }

    /** This or, where there is none, that of a cell, which is null where missing. */
    BrokenText orOf(long cellRow, String cell) {
        return !isFound() && cell != null && TableColumn.isBroken(cell) ? new BrokenText(cellRow, cell) : this;
    }

    /** This or, where there is none, that of rows which follow after so many. */
    BrokenText orOf(BrokenText next, long rows) {
        return !isFound() && next.isFound() ? new BrokenText(rows + next.row, next.text) : this;
    }
}
