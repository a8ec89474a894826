package io.sweepnet.spark.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses decimal numbers, independently of the locale. NaN, infinity and the suffixes of Java literals are not
 * accepted.
 */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private Numbers() {}

    /** Parses a finite number; empty if the text is not one. */
    static Optional<Double> number(String text) {
        String stripped = text.strip();
        if (!DECIMAL.matcher(stripped).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(stripped);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    /** Parses a whole number of 64 bits, also in a form such as {@code 1e3}; empty if the text is not one. */
    static Optional<Long> longInteger(String text) {
        String stripped = text.strip();
        if (!DECIMAL.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(stripped).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Parses a whole number of 32 bits, also in a form such as {@code 1e3}; empty if the text is not one. */
    static Optional<Integer> integer(String text) {
        return longInteger(text).filter(number -> number == number.intValue()).map(Long::intValue);
    }
}
