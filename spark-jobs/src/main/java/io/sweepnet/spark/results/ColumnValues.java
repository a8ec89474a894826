package io.sweepnet.spark.results;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Normalises values in the constructors of rows, so that a row read back equals the row written. */
final class ColumnValues {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private ColumnValues() {}

    /** Returns the instant in whole microseconds, the precision of the tables; null for null. */
    static Instant micros(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns an unmodifiable copy; null for null. Elements may be null, since other programs may write such lists. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** Returns the microseconds since 1970 UTC, rounded down. */
    static long toMicros(Instant instant) {
        long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
        return Math.addExact(seconds, instant.getNano() / NANOS_PER_MICRO);
    }

    /** Returns the instant at the given number of microseconds after 1970 UTC. */
    static Instant fromMicros(long micros) {
        long nanos = Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO;
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), nanos);
    }
}
