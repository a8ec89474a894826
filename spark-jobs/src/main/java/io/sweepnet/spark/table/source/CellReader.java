package io.sweepnet.spark.table.source;

import io.sweepnet.model.file.ClassKind;
import java.io.Serializable;
import org.apache.spark.sql.Row;

/**
 * Reads the cells of one column of {@link SourceRows#whole whole} rows one by one, by the rules that tables to learn from are read
 * with.
 *
 * @param column which column
 * @param name its name
 * @param kind what the file says of its cells
 * @param meaning what texts mean
 */
public record CellReader(int column, String name, CellKind kind, NumberText meaning) implements Serializable {

    /** The cell's number; NaN where there is none, or no finite one. */
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

    /** The cell's text without blanks around it, of a number the shortest; null where it is missing. */
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

    /** Why {@link #number} is NaN. */
    public String complaint(Row row) {
        String text =
                row.isNullAt(column) ? null : String.valueOf(row.get(column)).strip();
        // Spellings of a missing value are for files of text.
        boolean isMissing = kind == CellKind.NUMBER ? text == null || text.equals("NaN") : meaning.isMissing(text);
        return isMissing
                ? "feature '" + name + "' is missing"
                : "feature '" + name + "' is no finite number: '" + text + "'";
    }
}
