package io.sweepnet.spark.table.survey;

import java.io.Serializable;

/** What was found in the cells of rows that stand one after the other and count from 0: a few numbers per column. */
public final class CellSurvey implements Serializable {

    private static final long serialVersionUID = 1;

    /** What the cells of a column are, in rows that stand one after the other and count from 0. */
    public static final class Column implements Serializable {

        private static final long serialVersionUID = 1;

        private long numberCount;
        private long missingCount;
        private long firstMissing = -1;
        private long firstText = -1;
        private String textFound;

        public void number() {
            numberCount++;
        }

        public void missing(long row) {
            missingCount++;
            firstMissing = firstMissing < 0 ? row : firstMissing;
        }

        /** Notes a cell that is neither a finite number nor missing. */
        public void text(long row, String text) {
            if (firstText < 0) {
                firstText = row;
                textFound = text;
            }
        }

        /** Adds rows that follow after so many. */
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

        /** Row of the first missing cell; -1 for none. */
        long firstMissing() {
            return firstMissing;
        }

        /** Row of the first cell that is neither a finite number nor missing; -1 for none. */
        long firstText() {
            return firstText;
        }

        /** The text of that cell. */
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

    /** Ends a row; {@code malformed} is what is wrong with it as a whole, or null. */
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

    /** The first row that is wrong as a whole; -1 for none. */
    long malformedRow() {
        return malformedRow;
    }

    String malformedText() {
        return malformedText;
    }
}
