package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkThrowable;

/** Tells a file that cannot be read from a fault of the program, in what Spark throws. */
public final class ReadErrors {

    private static final String FAILED_READ = "FAILED_READ_FILE";

    private ReadErrors() {}

    /**
     * Runs what reads a table.
     *
     * @throws InputException where a file could not be read
     */
    public static <T> T told(String given, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw ofFile(given, e).orElse(e);
        } catch (Exception e) {
            // Spark is written in Scala, which declares no exceptions.
            throw ofFile(given, e).orElseGet(() -> new IllegalStateException(e));
        }
    }

    private static Optional<RuntimeException> ofFile(String given, Exception failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            boolean isRead = e instanceof SparkThrowable spark
                    && spark.getCondition() != null
                    && spark.getCondition().startsWith(FAILED_READ);
            if (isRead) {
                return Optional.of(new InputException(given + " cannot be read: " + reason((Exception) e), failure));
            }
        }
        return Optional.empty();
    }

    /** The innermost words that say something, on one line. */
    static String reason(Exception failure) {
        String words = String.valueOf(failure.getMessage());
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof IOException || e.getCause() == null) {
                words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            }
        }
        return words.lines().map(String::strip).findFirst().orElse("");
    }
}
