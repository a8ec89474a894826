package io.sweepnet.spark.table.source;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Interprets the text of a cell: as a missing value, a number or other text. Numbers are plain decimal ones, with an
 * optional exponent: no {@code 0x10}, no {@code 1d}, no thousands separators, no infinity. Cells are passed without
 * surrounding blanks.
 *
 * @param decimal the decimal mark, {@code .} or {@code ,}
 * @param missing texts that stand for a missing value, besides the empty cell and NaN
 */
public record NumberText(char decimal, Set<String> missing) implements Serializable {

    private static final Pattern INFINITE = Pattern.compile("[-+]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    /**
     * Creates an interpretation with this decimal mark and, besides the empty cell and NaN, these texts for a missing
     * value.
     */
    public static NumberText of(char decimal, List<String> missing) {
        return new NumberText(decimal, Set.copyOf(missing));
    }

    /** Returns whether a trimmed cell, or null, is a missing value. */
    public boolean isMissing(String cell) {
        return cell == null || cell.isEmpty() || cell.equalsIgnoreCase("nan") || missing.contains(cell);
    }

    /**
     * Returns whether a trimmed cell, which is no finite number, is an infinite one or one beyond the range of a
     * double.
     */
    public boolean isInfinite(String cell) {
        return isPlainNumber(cell) || INFINITE.matcher(cell).matches();
    }

    /** Returns the number of a trimmed cell; NaN if it is none, or one beyond the range of a double. */
    public double parse(String cell) {
        if (!isPlainNumber(cell)) {
            return Double.NaN;
        }
        double number = Double.parseDouble(decimal == '.' ? cell : cell.replace(decimal, '.'));
        return Double.isInfinite(number) ? Double.NaN : number;
    }

    private boolean isPlainNumber(String cell) {
        int end = cell.length();
        int at = skipSign(cell, 0);
        int wholeFrom = at;
        at = skipDigits(cell, at);
        int digits = at - wholeFrom;
        if (at < end && cell.charAt(at) == decimal) {
            int fractionFrom = at + 1;
            at = skipDigits(cell, fractionFrom);
            digits += at - fractionFrom;
        }
        if (digits == 0) {
            return false;
        }
        if (at < end && (cell.charAt(at) == 'e' || cell.charAt(at) == 'E')) {
            int exponentFrom = skipSign(cell, at + 1);
            at = skipDigits(cell, exponentFrom);
            return at > exponentFrom && at == end;
        }
        return at == end;
    }

    private static int skipSign(String cell, int at) {
        return at < cell.length() && (cell.charAt(at) == '-' || cell.charAt(at) == '+') ? at + 1 : at;
    }

    private static int skipDigits(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
