package io.sweepnet.spark.table.source;

import io.sweepnet.spark.table.CsvFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a CSV file, parsed into cells by RFC 4180, except that cells hold no line breaks: a quote is doubled inside
 * quotes, and is a plain character in a cell that does not begin with one. Blanks around cells and around quotes are
 * ignored.
 */
final class CsvLine {

    /** The largest number of characters of a malformed line in a message. */
    private static final int MOST_SHOWN = 200;

    /**
     * The characters that delimit cells.
     *
     * @param separator the character between two cells
     * @param quote the character around a cell, or {@link #NO_QUOTE}
     */
    record Marks(char separator, int quote) implements Serializable {

        /** A value that no character has. */
        private static final int NO_QUOTE = -1;

        static Marks of(CsvFormat csv) {
            return new Marks(
                    csv.separator(), csv.quote().map(mark -> (int) mark).orElse(NO_QUOTE));
        }

        /** Returns whether a line has neither a cell nor a separator. */
        boolean isEmpty(String line) {
            return afterBlanks(line, 0) == line.length();
        }

        private int afterBlanks(String line, int from) {
            int at = from;
            while (at < line.length() && isBlank(line.charAt(at))) {
                at++;
            }
            return at;
        }

        private boolean isBlank(char mark) {
            return mark <= ' ' && mark != separator && mark != quote;
        }
    }

    private final String line;
    private final Marks marks;
    private final List<String> cells = new ArrayList<>();
    private String fault;

    private CsvLine(String line, Marks marks) {
        this.line = line;
        this.marks = marks;
    }

    static CsvLine of(String line, Marks marks) {
        CsvLine parts = new CsvLine(line, marks);
        parts.parse();
        return parts;
    }

    /** Returns the cells before any fault, null where one is empty. */
    List<String> cells() {
        return cells;
    }

    /** Returns what is wrong with the line, for messages; null where nothing is. */
    String fault() {
        return fault;
    }

    /**
     * Returns what is wrong with the line, for messages; null where nothing is.
     *
     * @param width the number of cells that the line must have
     */
    String fault(int width) {
        if (fault == null && cells.size() != width) {
            return shown("has not the " + width + (width == 1 ? " cell" : " cells") + " of the header");
        }
        return fault;
    }

    private void parse() {
        int at = -1;
        do {
            int from = marks.afterBlanks(line, at + 1);
            at = from < line.length() && line.charAt(from) == marks.quote ? addQuoted(from + 1) : addPlain(from);
        } while (at < line.length());
    }

    /**
     * Adds a cell without quotes.
     *
     * @return the index of the separator that ends it, or the line's length
     */
    private int addPlain(int from) {
        int separator = line.indexOf(marks.separator, from);
        int end = separator < 0 ? line.length() : separator;
        int to = end;
        while (to > from && marks.isBlank(line.charAt(to - 1))) {
            to--;
        }
        add(line.substring(from, to));
        return end;
    }

    /**
     * Adds a cell whose quote was opened.
     *
     * @return the index of the separator that ends it, or the line's length
     */
    private int addQuoted(int from) {
        StringBuilder cell = new StringBuilder();
        int at = from;
        int close = line.indexOf(marks.quote, at);
        while (close >= 0 && close + 1 < line.length() && line.charAt(close + 1) == marks.quote) {
            cell.append(line, at, close + 1);
            at = close + 2;
            close = line.indexOf(marks.quote, at);
        }
        if (close < 0) {
            fault = shown("has a quote that is not closed");
            return line.length();
        }
        int end = marks.afterBlanks(line, close + 1);
        if (end < line.length() && line.charAt(end) != marks.separator) {
            fault = shown("has text after a closing quote");
            return line.length();
        }
        add(cell.append(line, at, close).toString());
        return end;
    }

    private void add(String cell) {
        cells.add(cell.isEmpty() ? null : cell);
    }

    /** Returns a complaint with the line, which is cut: it may be as long as a table is wide. */
    private String shown(String complaint) {
        boolean isLong = line.codePointCount(0, line.length()) > MOST_SHOWN;
        String part = isLong ? line.substring(0, line.offsetByCodePoints(0, MOST_SHOWN)) + " ..." : line;
        return complaint + ": " + part;
    }
}
