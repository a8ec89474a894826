package io.sweepnet.spark.data;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Rows that stand in a file one after the other, packed by column: what an executor makes of its part of the file and the
 * driver collects. Of every column it holds the numbers, NaN where a cell holds none, and counts what the cells were.
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

        /** Lets go of the numbers, which are held elsewhere from now on. */
        void releaseNumbers() {
            numbers = null;
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

        /** Row of the first missing cell here; -1 for none. */
        int firstMissing() {
            return firstMissing;
        }

        /** Row of the first cell here that is neither a finite number nor missing; -1 for none. */
        int firstText() {
            return firstText;
        }

        /** The text of that cell. */
        String textFound() {
            return textFound;
        }

        private void add(int row, String cell, NumberText meaning) {
            if (meaning.isMissing(cell)) {
                missing(row);
                return;
            }
            keep(row, cell);
            double number = meaning.parse(cell);
            if (Double.isNaN(number)) {
                found(row, cell);
                // An infinite number is a bad cell among numbers, and does not make a column one of text.
                numberCount += meaning.isInfinite(cell) ? 1 : 0;
            } else {
                numberCount++;
            }
            put(row, number);
        }

        private void addText(int row, String cell, NumberText meaning) {
            if (meaning.isMissing(cell)) {
                missing(row);
            } else {
                keep(row, cell);
                found(row, cell);
                put(row, Double.NaN);
            }
        }

        private void addNumber(int row, double number) {
            if (Double.isNaN(number)) {
                missing(row);
            } else {
                numberCount++;
                if (Double.isInfinite(number)) {
                    found(row, String.valueOf(number));
                }
                put(row, number);
            }
        }

        private void missing(int row) {
            missingCount++;
            firstMissing = firstMissing < 0 ? row : firstMissing;
            put(row, Double.NaN);
        }

        private void keep(int row, String text) {
            if (texts != null) {
                texts = row < texts.length ? texts : Arrays.copyOf(texts, grown(row));
                texts[row] = text;
            }
        }

        private void found(int row, String text) {
            if (firstText < 0) {
                firstText = row;
                textFound = text;
            }
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

    private final int file;
    private final long block;
    private final Column[] columns;
    private int rows;
    private int malformedRow = -1;
    private String malformedText;

    /**
     * No rows yet.
     *
     * @param file which file of the table they are of
     * @param block where in it the part begins that they were read with
     * @param keepTexts of which columns the texts are wanted
     */
    PackedRows(int file, long block, boolean[] keepTexts) {
        this.file = file;
        this.block = block;
        columns = new Column[keepTexts.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(keepTexts[i]);
        }
    }

    /** Adds a cell that is a number where it reads as one, of the row that {@link #endRow} will end. */
    void add(int column, String cell, NumberText meaning) {
        columns[column].add(rows, cell == null ? null : cell.strip(), meaning);
    }

    /** Adds a cell that is text, whatever it reads as. */
    void addText(int column, String cell, NumberText meaning) {
        columns[column].addText(rows, cell == null ? null : cell.strip(), meaning);
    }

    /** Adds a cell that is a number; NaN is a missing one. */
    void addNumber(int column, double number) {
        columns[column].addNumber(rows, number);
    }

    /** Ends a row; {@code malformed} is what is wrong with it as a whole, or null. */
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

    int file() {
        return file;
    }

    long block() {
        return block;
    }

    int rows() {
        return rows;
    }

    Column column(int index) {
        return columns[index];
    }

    /** The first row that is wrong as a whole; -1 for none. */
    int malformedRow() {
        return malformedRow;
    }

    String malformedText() {
        return malformedText;
    }
}
