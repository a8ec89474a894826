package io.sweepnet.spark.table.source;

import java.io.Serializable;

/**
 * The first text of a column that is not in UTF-8.
 *
 * @param row the index of its row; -1 for none
 * @param text the text as it was decoded
 */
public record BrokenText(long row, String text) implements Serializable {

    private static final char REPLACEMENT = '\uFFFD';

    public static final BrokenText NONE = new BrokenText(-1, "");

    /** Returns whether a text has the character that decoders put in place of bytes that are not UTF-8. */
    public static boolean isBroken(String text) {
        return text.indexOf(REPLACEMENT) >= 0;
    }

    /** Returns whether there is such a text. */
    public boolean isFound() {
        return row >= 0;
    }

    /**
     * Returns this text or, if there is none, that of a cell.
     *
     * @param cell the cell's text; null where missing
     */
    public BrokenText orOf(long cellRow, String cell) {
        return !isFound() && cell != null && isBroken(cell) ? new BrokenText(cellRow, cell) : this;
    }

    /**
     * Returns this text or, if there is none, that of rows which follow.
     *
     * @param next the text of the rows that follow
     * @param rows number of rows before them
     */
    public BrokenText orOf(BrokenText next, long rows) {
        return !isFound() && next.isFound() ? new BrokenText(rows + next.row, next.text) : this;
    }
}
