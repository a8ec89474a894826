package io.sweepnet.spark.table.survey;

import java.io.Serializable;

/** What the cells of a column are, in rows that stand one after the other and count from 0. */
public final class ColumnSurvey implements Serializable {

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
    void append(ColumnSurvey next, long rows) {
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
