package io.sweepnet.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The syntax of a CSV file. Separator, quote and decimal mark are three different characters.
 *
 * <pre>{@code
 * CsvFormat semicolons = new CsvFormat(';', Optional.of('"'), ',', List.of("NA", "?"));
 * TableFiles files = new TableFiles("wines.csv", DataFormat.CSV, semicolons);
 * }</pre>
 *
 * @param separator the character between two cells; neither a line break nor NUL
 * @param quote the character around a cell that contains the separator; empty for none
 * @param decimal the decimal mark of numbers: a point or a comma
 * @param missing texts that stand for a missing value, besides the empty cell; each once
 */
public record CsvFormat(char separator, Optional<Character> quote, char decimal, List<String> missing) {

    /** Comma, double quote, decimal point, and the empty cell as the only missing value. */
    public static final CsvFormat STANDARD = new CsvFormat(',', Optional.of('"'), '.', List.of());

    /**
     * @throws IllegalArgumentException if a character is not allowed, two are the same, or a text for missing values is
     *     listed twice
     */
    public CsvFormat {
        missing = List.copyOf(missing);
        check(isMark(separator), "no separator can be the character " + (int) separator);
        check(quote.isEmpty() || isMark(quote.get()), "no quote can be a line break or NUL");
        check(isDecimal(decimal), "the decimal mark is . or , and not the character " + (int) decimal);
        check(differ(separator, quote, decimal), "separator, quote and decimal mark must be different characters");
        check(new HashSet<>(missing).size() == missing.size(), "a spelling stands twice in " + missing);
    }

    private static void check(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** Returns whether a character can be a separator or a quote: no line break, NUL or surrogate. */
    public static boolean isMark(char mark) {
        return mark != '\n' && mark != '\r' && mark != '\0' && !Character.isSurrogate(mark);
    }

    /** Returns whether a character can be a decimal mark. */
    public static boolean isDecimal(char mark) {
        return mark == '.' || mark == ',';
    }

    /** Returns whether the three characters are different. */
    public static boolean differ(char separator, Optional<Character> quote, char decimal) {
        return separator != decimal && (quote.isEmpty() || (quote.get() != separator && quote.get() != decimal));
    }
}
