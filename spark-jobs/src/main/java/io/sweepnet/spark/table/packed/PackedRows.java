package io.sweepnet.spark.table.packed;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.table.source.FilePart;
import io.sweepnet.spark.table.source.NumberText;
import io.sweepnet.spark.table.survey.CellSurvey;
import io.sweepnet.spark.table.survey.RowPiece;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Consecutive rows of a file, packed by column on an executor. For every column it holds the numbers, NaN where a cell
 * holds none, and what was found in the cells.
 */
final class PackedRows implements RowPiece, Serializable {

    /** Files by name, then position. */
    static final Comparator<PackedRows> READING_ORDER =
            Comparator.comparing(PackedRows::part).thenComparingLong(PackedRows::first);

    private static final long serialVersionUID = 1;

    /** One column. */
    static final class Column implements RowPiece.Column, Serializable {

        private static final long serialVersionUID = 1;

        private double[] numbers = {};
        private String[] texts;

        private Column(boolean keepTexts) {
            texts = keepTexts ? new String[0] : null;
        }

        @Override
        public double[] numbers() {
            return numbers;
        }

        @Override
        public double number(int row) {
            return numbers.length == 0 ? Double.NaN : numbers[row];
        }

        /** Releases the numbers, which the caller holds from now on. */
        void releaseNumbers() {
            numbers = null;
        }

        @Override
        public boolean hasOwnTexts() {
            return texts != null;
        }

        @Override
        public String text(int row) {
            if (texts != null) {
                return texts[row];
            }
            double number = number(row);
            return Double.isNaN(number) ? null : ClassKind.text(number);
        }

        private void add(int row, String cell, NumberText meaning, CellSurvey.Column survey) {
            if (meaning.isMissing(cell)) {
                missing(row, survey);
                return;
            }
            keep(row, cell);
            double number = meaning.parse(cell);
            if (!Double.isNaN(number)) {
                survey.number();
            } else {
                survey.text(row, cell);
                if (meaning.isInfinite(cell)) {
                    // An infinite number is an invalid cell of a numeric column; it does not turn the column into text.
                    survey.number();
                }
            }
            put(row, number);
        }

        private void addText(int row, String cell, NumberText meaning, CellSurvey.Column survey) {
            if (meaning.isMissing(cell)) {
                missing(row, survey);
            } else {
                keep(row, cell);
                survey.text(row, cell);
                put(row, Double.NaN);
            }
        }

        private void addNumber(int row, double number, CellSurvey.Column survey) {
            if (Double.isNaN(number)) {
                missing(row, survey);
            } else {
                survey.number();
                if (Double.isInfinite(number)) {
                    survey.text(row, String.valueOf(number));
                }
                put(row, number);
            }
        }

        private void missing(int row, CellSurvey.Column survey) {
            survey.missing(row);
            put(row, Double.NaN);
        }

        private void keep(int row, String text) {
            if (texts != null) {
                texts = row < texts.length ? texts : Arrays.copyOf(texts, grown(row));
                texts[row] = text;
            }
        }

        private void put(int row, double number) {
            numbers = row < numbers.length ? numbers : Arrays.copyOf(numbers, grown(row));
            numbers[row] = number;
        }

        private static int grown(int row) {
            return Math.max(64, row + (row >> 1) + 1);
        }

        private void trim(int rows, boolean hasNumbers) {
            numbers = hasNumbers ? Arrays.copyOf(numbers, rows) : new double[0];
            texts = texts == null ? null : Arrays.copyOf(texts, rows);
        }
    }

    private final FilePart part;
    private final long first;
    private final Column[] columns;
    private final CellSurvey survey;
    private int rows;

    /**
     * Creates a piece without rows.
     *
     * @param part the part of a file that they belong to
     * @param first the index of the first row in that part
     * @param keepTexts for each column whether its texts are kept
     */
    PackedRows(FilePart part, long first, boolean[] keepTexts) {
        this.part = part;
        this.first = first;
        columns = new Column[keepTexts.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(keepTexts[i]);
        }
        survey = new CellSurvey(columns.length);
    }

    /** Adds a cell, which is a number if it can be parsed as one, to the row that {@link #endRow} will end. */
    void add(int column, String cell, NumberText meaning) {
        columns[column].add(rows, cell == null ? null : cell.strip(), meaning, survey.column(column));
    }

    /** Adds a cell that is text, even if it can be parsed as a number. */
    void addText(int column, String cell, NumberText meaning) {
        columns[column].addText(rows, cell == null ? null : cell.strip(), meaning, survey.column(column));
    }

    /** Adds a cell that is a number; NaN is a missing one. */
    void addNumber(int column, double number) {
        columns[column].addNumber(rows, number, survey.column(column));
    }

    /**
     * Ends a row.
     *
     * @param malformed what is wrong with the row as a whole, or null
     */
    void endRow(String malformed) {
        survey.endRow(malformed);
        rows++;
    }

    /** Releases the memory that was only needed to add rows, and returns this piece. */
    PackedRows packed() {
        for (int i = 0; i < columns.length; i++) {
            columns[i].trim(rows, survey.column(i).numberCount() > 0);
        }
        return this;
    }

    /** Returns the part of a file that the rows belong to. */
    FilePart part() {
        return part;
    }

    /** Returns the index of the first row in that part. */
    long first() {
        return first;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Column column(int index) {
        return columns[index];
    }

    /** Returns what was found in the cells; rows are indexed from 0 in this piece. */
    CellSurvey survey() {
        return survey;
    }
}
