package io.sweepnet.spark.table.source;

import java.io.Serializable;

/**
 * The first text of a column that is not in UTF-8.
 *
 * @param row its row; -1 for none
 * @param text what was made of it
 */
public record BrokenText(long row, String text) implements Serializable {

    private static final char REPLACEMENT = '\uFFFD';

    public static final BrokenText NONE = new BrokenText(-1, "");

    /** Whether a text holds what decoders put in place of bytes that are no UTF-8. */
    public static boolean isBroken(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** Whether there is one. */
    public boolean isFound() {
        return row >= 0;
    }

    /** This or, where there is none, that of a cell, which is null where missing. */
    public BrokenText orOf(long cellRow, String cell) {
        return !isFound() && cell != null && isBroken(cell) ? new BrokenText(cellRow, cell) : this;
    }

    /** This or, where there is none, that of rows which follow after so many. */
    public BrokenText orOf(BrokenText next, long rows) {
        return !isFound() && next.isFound() ? new BrokenText(rows + next.row, next.text) : this;
    }
}
