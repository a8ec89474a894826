package io.sweepnet.spark.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV file is written ({@code data.csv}).
 *
 * @param separator between two columns; neither a line break nor NUL
 * @param quote around a cell that contains the separator; empty for none
 * @param decimal before the fraction of a number: a point or a comma
 * @param missing cells that mean "no value", beside the empty one; each once
 */
public record CsvConfig(char separator, Optional<Character> quote, char decimal, List<String> missing) {

    public CsvConfig {
        missing = List.copyOf(missing);
        InvalidSetting.check(isMark(separator), Allowed.SEPARATOR, "data.csv.separator", separator);
        InvalidSetting.check(
                quote.isEmpty() || isMark(quote.get()), Allowed.QUOTE, "data.csv.quote", quote.orElse('\0'));
        InvalidSetting.check(decimal == '.' || decimal == ',', Allowed.DECIMAL, "data.csv.decimal", decimal);
        boolean differ =
                separator != decimal && (quote.isEmpty() || (quote.get() != separator && quote.get() != decimal));
        InvalidSetting.check(
                differ,
                Allowed.CSV_MARKS,
                "data.csv.separator",
                separator,
                "data.csv.quote",
                quote.map(String::valueOf).orElse("none"),
                "data.csv.decimal",
                decimal);
        InvalidSetting.check(
                new HashSet<>(missing).size() == missing.size(), Allowed.TEXTS, "data.csv.missing", missing);
    }

    private static boolean isMark(char mark) {
        return mark != '\n' && mark != '\r' && mark != '\0' && !Character.isSurrogate(mark);
    }
}
