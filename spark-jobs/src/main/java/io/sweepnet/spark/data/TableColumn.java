package io.sweepnet.spark.data;

import io.sweepnet.spark.config.InputException;
import java.util.List;

/** One column of the whole table, put together from the partitions in reading order. Rows count from 0 here. */
final class TableColumn {

    private final String name;
    private final List<PackedRows> partitions;
    private final int index;

    TableColumn(String name, int index, List<PackedRows> partitions) {
        this.name = name;
        this.index = index;
        this.partitions = partitions;
    }

    String name() {
        return name;
    }

    /** Rows of the whole table. */
    int rows() {
        return partitions.stream().mapToInt(PackedRows::rows).sum();
    }

    /** Whether cells are text or missing, with at least one text. */
    boolean isText() {
        return !hasNumbers() && firstText() != null;
    }

    boolean hasNumbers() {
        return partitions.stream().anyMatch(rows -> rows.column(index).numberCount() > 0);
    }

    long missingCount() {
        return partitions.stream()
                .mapToLong(rows -> rows.column(index).missingCount())
                .sum();
    }

    /** A cell and its row. */
    record Cell(long row, String text) {
        /** For messages, where rows count from 1 and the header does not count. */
        String place() {
            return "row " + (row + 1);
        }
    }

    /** The first cell that is neither a number nor missing; null for none. */
    Cell firstText() {
        long before = 0;
        for (PackedRows rows : partitions) {
            PackedRows.Column column = rows.column(index);
            if (column.firstText() >= 0) {
                return new Cell(before + column.firstText(), column.textFound());
            }
            before += rows.rows();
        }
        return null;
    }

    /** The first missing cell; null for none. */
    Cell firstMissing() {
        long before = 0;
        for (PackedRows rows : partitions) {
            if (rows.column(index).firstMissing() >= 0) {
                return new Cell(before + rows.column(index).firstMissing(), "");
            }
            before += rows.rows();
        }
        return null;
    }

    /** All numbers, NaN where missing. */
    double[] numbers() {
        double[] all = new double[rows()];
        int at = 0;
        for (PackedRows part : partitions) {
            double[] numbers = part.column(index).numbers();
            for (int i = 0; i < part.rows(); i++) {
                all[at++] = numbers.length == 0 ? Double.NaN : numbers[i];
            }
        }
        return all;
    }

    /** All texts, null where missing. */
    String[] texts() {
        String[] all = new String[rows()];
        int at = 0;
        for (PackedRows part : partitions) {
            System.arraycopy(part.column(index).texts(), 0, all, at, part.rows());
            at += part.rows();
        }
        return all;
    }

    /**
     * Checks that the column can serve as numbers.
     *
     * @param role what it is to serve as, for the message
     */
    void requireNumbers(String role) {
        Cell text = firstText();
        if (text == null) {
            if (!hasNumbers()) {
                throw new InputException(role + " '" + name + "' holds no value at all");
            }
            return;
        }
        if (hasNumbers()) {
            throw new InputException(role + " '" + name + "': '" + text.text() + "' in " + text.place()
                    + " is no number; mend the cell, name it in data.csv.missing, or leave the column out of"
                    + " data.features");
        }
        throw new InputException(role + " '" + name + "' holds text ('" + text.text() + "' in " + text.place()
                + "), numbers are needed");
    }
}
