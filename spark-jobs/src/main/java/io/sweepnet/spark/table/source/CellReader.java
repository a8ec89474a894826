package io.sweepnet.spark.table.source;

import io.sweepnet.model.file.ClassKind;
import java.io.Serializable;
import org.apache.spark.sql.Row;

/**
 * Reads the cells of one column of {@link SourceRows#whole whole} rows one by one, by the same rules as for training
 * tables.
 *
 * @param column index of the column
 * @param name its name
 * @param kind the type of its cells
 * @param meaning interprets texts
 */
public record CellReader(int column, String name, CellKind kind, NumberText meaning) implements Serializable {

    /** Returns the cell's number; NaN where it is missing or not a finite number. */
    public double number(Row row) {
        if (row.isNullAt(column)) {
            return Double.NaN;
        }
        return switch (kind) {
            case NUMBER -> {
                double number = ((Number) row.get(column)).doubleValue();
                yield Double.isInfinite(number) ? Double.NaN : number;
            }
            case UNTYPED -> {
                String text = row.getString(column).strip();
                yield meaning.isMissing(text) ? Double.NaN : meaning.parse(text);
            }
            default -> Double.NaN;
        };
    }

    /** Returns the cell's text without surrounding blanks, for a number its shortest text; null where it is missing. */
    public String text(Row row) {
        if (row.isNullAt(column)) {
            return null;
        }
        if (kind == CellKind.NUMBER) {
            double number = number(row);
            return Double.isNaN(number) ? null : ClassKind.text(number);
        }
        String text = String.valueOf(row.get(column)).strip();
        return meaning.isMissing(text) ? null : text;
    }

    /** Returns the message for a cell for which {@link #number} returns NaN. */
    public String complaint(Row row) {
        String text =
                row.isNullAt(column) ? null : String.valueOf(row.get(column)).strip();
        // The texts for a missing value do not apply to cells that are numbers by type.
        boolean isMissing = kind == CellKind.NUMBER ? text == null || text.equals("NaN") : meaning.isMissing(text);
        return isMissing
                ? "feature '" + name + "' is missing"
                : "feature '" + name + "' is no finite number: '" + text + "'";
    }
}
