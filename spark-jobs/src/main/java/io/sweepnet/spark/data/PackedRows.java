package io.sweepnet.spark.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The rows of one partition, packed by column: what an executor makes of its part of the file and the driver collects. Of
 * every column it holds the numbers, NaN where a cell holds none, and counts what the cells were.
 */
final class PackedRows implements Serializable {

    private static final long serialVersionUID = 1;

    /** What was found in one column. */
    static final class Column implements Serializable {

        private static final long serialVersionUID = 1;

        private double[] numbers = {};
        private String[] texts;
        private int numberCount;
        private int missingCount;
        private int firstMissing = -1;
        private int firstText = -1;
        private String textFound;

        private Column(boolean keepTexts) {
            texts = keepTexts ? new String[0] : null;
        }

        /** The numbers, [row]; empty where the column holds none. */
        double[] numbers() {
            return numbers;
        }

        /** The trimmed texts, [row], null where missing; only of columns asked for. */
        String[] texts() {
            return texts;
        }

        int numberCount() {
            return numberCount;
        }

        int missingCount() {
            return missingCount;
        }

        /** Row of the first missing cell in this partition; -1 for none. */
        int firstMissing() {
            return firstMissing;
        }

        /** Row of the first cell in this partition that is neither a number nor missing; -1 for none. */
        int firstText() {
            return firstText;
        }

        /** The text of that cell. */
        String textFound() {
            return textFound;
        }

        private void add(int row, String cell, NumberText meaning) {
            if (texts != null) {
                texts = row < texts.length ? texts : Arrays.copyOf(texts, grown(row));
            }
            if (meaning.isMissing(cell)) {
                missingCount++;
                firstMissing = firstMissing < 0 ? row : firstMissing;
                put(row, Double.NaN);
                return;
            }
            if (texts != null) {
                texts[row] = cell;
            }
            double number = meaning.parse(cell);
            if (Double.isNaN(number)) {
                if (firstText < 0) {
                    firstText = row;
                    textFound = cell;
                }
            } else {
                numberCount++;
            }
            put(row, number);
        }

        private void put(int row, double number) {
            numbers = row < numbers.length ? numbers : Arrays.copyOf(numbers, grown(row));
            numbers[row] = number;
        }

        private static int grown(int row) {
            return Math.max(64, row + (row >> 1) + 1);
        }

        private void trim(int rows) {
            numbers = numberCount == 0 ? new double[0] : Arrays.copyOf(numbers, rows);
            texts = texts == null ? null : Arrays.copyOf(texts, rows);
        }
    }

    private final Column[] columns;
    private int rows;
    private int malformedRow = -1;
    private String malformedText;

    /** An empty partition; {@code keepTexts} tells of which columns the texts are wanted. */
    PackedRows(boolean[] keepTexts) {
        columns = new Column[keepTexts.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(keepTexts[i]);
        }
    }

    /** Adds a cell of the row that {@link #endRow} will end. */
    void add(int column, String cell, NumberText meaning) {
        columns[column].add(rows, cell == null ? null : cell.strip(), meaning);
    }

    /** Ends a row; {@code malformed} is its text where it has not as many cells as the header, else null. */
    void endRow(String malformed) {
        if (malformed != null && malformedRow < 0) {
            malformedRow = rows;
            malformedText = malformed;
        }
        rows++;
    }

    /** Lets go of what was only needed to add rows. */
    PackedRows packed() {
        for (Column column : columns) {
            column.trim(rows);
        }
        return this;
    }

    int rows() {
        return rows;
    }

    Column column(int index) {
        return columns[index];
    }

    /** The first row with more or fewer cells than the header; -1 for none. */
    int malformedRow() {
        return malformedRow;
    }

    String malformedText() {
        return malformedText;
    }
}
