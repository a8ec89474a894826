package io.sweepnet.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file is written. Separator, quote and decimal mark are three different characters.
 *
 * @param separator between two columns; neither a line break nor NUL
 * @param quote around a cell that contains the separator; empty for none
 * @param decimal before the fraction of a number: a point or a comma
 * @param missing cells that mean "no value", beside the empty one; each once
 */
public record CsvFormat(char separator, Optional<Character> quote, char decimal, List<String> missing) {

    /** Comma, double quote, decimal point, and no spellings of a missing value but the empty cell. */
    public static final CsvFormat STANDARD = new CsvFormat(',', Optional.of('"'), '.', List.of());

    /** @throws IllegalArgumentException if a character is not allowed, two are the same, or a spelling stands there twice */
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

    /** Whether a character can be a separator or a quote. */
    public static boolean isMark(char mark) {
        return mark != '\n' && mark != '\r' && mark != '\0' && !Character.isSurrogate(mark);
    }

    /** Whether a character can be a decimal mark. */
    public static boolean isDecimal(char mark) {
        return mark == '.' || mark == ',';
    }

    /** Whether the three characters tell each other apart. */
    public static boolean differ(char separator, Optional<Character> quote, char decimal) {
        return separator != decimal && (quote.isEmpty() || (quote.get() != separator && quote.get() != decimal));
    }
}
