package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkThrowable;

/** Distinguishes files that cannot be read from faults of the program, in the exceptions that Spark throws. */
public final class ReadErrors {

    private static final String FAILED_READ = "FAILED_READ_FILE";

    private ReadErrors() {}

    /**
     * Runs an operation that reads a table.
     *
     * @param given the table's name in messages
     * @throws InputException if a file could not be read
     */
    public static <T> T reporting(String given, Supplier<T> read) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            throw ofFile(given, e).orElse(e);
        } catch (Exception e) {
            // Spark's methods, written in Scala, throw checked exceptions without declaring them.
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

    /** Returns the first line of the innermost message; the name of the exception if it has none. */
    static String reason(Exception failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return message.lines().map(String::strip).findFirst().orElse("");
    }
}
