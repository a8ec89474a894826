package io.sweepnet.spark.table.survey;

import java.io.Serializable;

/** What was found in the cells of rows that stand one after the other and count from 0: a few numbers per column. */
public final class CellSurvey implements Serializable {

    private static final long serialVersionUID = 1;

    private final ColumnSurvey[] columns;
    private long rows;
    private long malformedRow = -1;
    private String malformedText;

    public CellSurvey(int width) {
        columns = new ColumnSurvey[width];
        for (int i = 0; i < width; i++) {
            columns[i] = new ColumnSurvey();
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

    public ColumnSurvey column(int index) {
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
