package io.sweepnet.spark.table.survey;

import java.io.Serializable;

/** Counts and first occurrences of the kinds of cells in consecutive rows, indexed from 0: a few numbers per column. */
public final class CellSurvey implements Serializable {

    private static final long serialVersionUID = 1;

    /** The kinds of cells of one column, in consecutive rows indexed from 0. */
    public static final class Column implements Serializable {

        private static final long serialVersionUID = 1;

        private long numberCount;
        private long missingCount;
        private long firstMissing = -1;
        private long firstText = -1;
        private String textFound;

        /** Records a cell that is a number. */
        public void number() {
            numberCount++;
        }

        /** Records a missing cell. */
        public void missing(long row) {
            missingCount++;
            firstMissing = firstMissing < 0 ? row : firstMissing;
        }

        /** Records a cell that is neither a finite number nor missing. */
        public void text(long row, String text) {
            if (firstText < 0) {
                firstText = row;
                textFound = text;
            }
        }

        /**
         * Adds the column's cells in the rows that follow.
         *
         * @param rows number of rows before them
         */
        void append(Column next, long rows) {
            numberCount += next.numberCount;
            missingCount += next.missingCount;
            if (firstMissing < 0 && next.firstMissing >= 0) {
                firstMissing = rows + next.firstMissing;
            }
            if (firstText < 0 && next.firstText >= 0) {
                firstText = rows + next.firstText;
                textFound = next.textFound;
            }
        }

        public long numberCount() {
            return numberCount;
        }

        long missingCount() {
            return missingCount;
        }

        /** Returns the index of the row of the first missing cell; -1 for none. */
        long firstMissing() {
            return firstMissing;
        }

        /** Returns the index of the row of the first cell that is neither a finite number nor missing; -1 for none. */
        long firstText() {
            return firstText;
        }

        /** Returns the text of the cell in row {@link #firstText}. */
        String textFound() {
            return textFound;
        }
    }

    private final Column[] columns;
    private long rows;
    private long malformedRow = -1;
    private String malformedText;

    public CellSurvey(int width) {
        columns = new Column[width];
        for (int i = 0; i < width; i++) {
            columns[i] = new Column();
        }
    }

    /**
     * Ends a row.
     *
     * @param malformed what is wrong with the row as a whole, or null
     */
    public void endRow(String malformed) {
        if (malformed != null && malformedRow < 0) {
            malformedRow = rows;
            malformedText = malformed;
        }
        rows++;
    }

    /** Adds the rows that follow. */
    public void append(CellSurvey next) {
        for (int i = 0; i < columns.length; i++) {
            columns[i].append(next.columns[i], rows);
        }
        if (malformedRow < 0 && next.malformedRow >= 0) {
            malformedRow = rows + next.malformedRow;
            malformedText = next.malformedText;
        }
        rows += next.rows;
    }

    public Column column(int index) {
        return columns[index];
    }

    long rows() {
        return rows;
    }

    /** Returns the index of the first row that is wrong as a whole; -1 for none. */
    long malformedRow() {
        return malformedRow;
    }

    String malformedText() {
        return malformedText;
    }
}
