package io.sweepnet.spark.data;

import io.sweepnet.model.ClassKind;
import io.sweepnet.spark.config.InputException;
import java.util.Arrays;
import java.util.List;

/** One column of the whole table, put together from the partitions in reading order. Rows count from 0 here. */
final class TableColumn {

    private static final char NO_CHARACTER = '\uFFFD';

    private final String name;
    private final CellKind kind;
    private final int index;
    private final PackedTable table;

    TableColumn(String name, CellKind kind, int index, PackedTable table) {
        this.name = name;
        this.kind = kind;
        this.index = index;
        this.table = table;
    }

    String name() {
        return name;
    }

    /** What the file says of the cells. */
    CellKind kind() {
        return kind;
    }

    private List<PackedRows> pieces() {
        return table.pieces();
    }

    /** Rows of the whole table. */
    int rows() {
        return (int) table.rows();
    }

    /** Whether all cells are missing. */
    boolean isEmpty() {
        return !hasNumbers() && firstText() == null;
    }

    /** Whether cells are text or missing, with at least one text. */
    boolean isText() {
        return !hasNumbers() && firstText() != null;
    }

    boolean hasNumbers() {
        return pieces().stream().anyMatch(rows -> rows.column(index).numberCount() > 0);
    }

    long missingCount() {
        return pieces().stream()
                .mapToLong(rows -> rows.column(index).missingCount())
                .sum();
    }

    /**
     * A cell.
     *
     * @param place its row and file, for messages
     * @param text what it holds
     */
    record Cell(String place, String text) {}

    /** The first cell that is neither a number nor missing; null for none. */
    Cell firstText() {
        long before = 0;
        for (PackedRows rows : pieces()) {
            PackedRows.Column column = rows.column(index);
            if (column.firstText() >= 0) {
                return new Cell(table.place(before + column.firstText()), column.textFound());
            }
            before += rows.rows();
        }
        return null;
    }

    /** The first missing cell; null for none. */
    Cell firstMissing() {
        long before = 0;
        for (PackedRows rows : pieces()) {
            if (rows.column(index).firstMissing() >= 0) {
                return new Cell(table.place(before + rows.column(index).firstMissing()), "");
            }
            before += rows.rows();
        }
        return null;
    }

    /** All numbers, NaN where missing. */
    double[] numbers() {
        double[] all = new double[rows()];
        int at = 0;
        for (PackedRows part : pieces()) {
            double[] numbers = part.column(index).numbers();
            for (int i = 0; i < part.rows(); i++) {
                all[at++] = numbers.length == 0 ? Double.NaN : numbers[i];
            }
        }
        return all;
    }

    /** The numbers for good: from here on they are the caller's, and the pieces hold them no more. */
    double[] takeNumbers() {
        double[] all = numbers();
        pieces().forEach(piece -> piece.column(index).releaseNumbers());
        return all;
    }

    /** A row's place, for messages. */
    String place(int row) {
        return table.place(row);
    }

    /** All texts, null where missing. Numbers that came without a text are spelled as classes of them are. */
    String[] texts() {
        if (pieces().stream().anyMatch(piece -> piece.column(index).texts() == null)) {
            return Arrays.stream(numbers())
                    .mapToObj(number -> Double.isNaN(number) ? null : ClassKind.text(number))
                    .toArray(String[]::new);
        }
        String[] all = new String[rows()];
        int at = 0;
        for (PackedRows part : pieces()) {
            System.arraycopy(part.column(index).texts(), 0, all, at, part.rows());
            at += part.rows();
        }
        return all;
    }

    /**
     * All texts, null where missing, to tell rows or classes apart by.
     *
     * @param role what they serve as, for the message
     * @throws InputException where one is not in UTF-8: several may look alike then
     */
    List<String> names(String role) {
        String[] texts = texts();
        for (int row = 0; row < texts.length; row++) {
            if (texts[row] != null && isBroken(texts[row])) {
                throw new InputException(role + " '" + name + "' is not in UTF-8 ('" + texts[row] + "' in " + place(row)
                        + "); convert the file");
            }
        }
        return Arrays.asList(texts);
    }

    /** Whether a text holds what decoders put in place of bytes that are no UTF-8. */
    static boolean isBroken(String text) {
        return text.indexOf(NO_CHARACTER) >= 0;
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
                    + " is no finite number; mend the cell, name it in data.csv.missing, or leave the column out of"
                    + " data.features");
        }
        throw new InputException(role + " '" + name + "' holds text ('" + text.text() + "' in " + text.place()
                + "), numbers are needed");
    }
}
