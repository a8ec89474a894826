package io.sweepnet.spark.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads decimal numbers, the same in every locale; neither NaN nor infinity, and no Java suffixes. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");

    private Numbers() {}

    /** A finite number. */
    static Optional<Double> number(String text) {
        String stripped = text.strip();
        if (!DECIMAL.matcher(stripped).matches()) {
            return Optional.empty();
        }
        double number = Double.parseDouble(stripped);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    /** A whole number of 64 bits, {@code 1e3} too. */
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

    /** A whole number of 32 bits, {@code 1e3} too. */
    static Optional<Integer> integer(String text) {
        return longInteger(text).filter(number -> number == number.intValue()).map(Long::intValue);
    }
}
