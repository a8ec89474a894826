package io.sweepnet.spark.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Converts enum constants to the names that users write, and back: {@code UNIT_NORM} is {@code unit-norm}. */
final class Labels {

    private Labels() {}

    static String of(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String of(Enum<?> constant) {
        return of(constant.name());
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(label))
                .findFirst();
    }

    /** Returns all names, for example {@code search, gradient, hybrid}. */
    static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labels::of).collect(Collectors.joining(", "));
    }

    /** Returns all names for an error message, for example {@code allowed are auto, direct}. */
    static <E extends Enum<E>> String allowed(Class<E> type) {
        return (type.getEnumConstants().length == 1 ? "allowed is " : "allowed are ") + names(type);
    }
}
