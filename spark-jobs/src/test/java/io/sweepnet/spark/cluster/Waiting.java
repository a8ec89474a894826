package io.sweepnet.spark.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Waiting for another process, never for ever. */
final class Waiting {

    /** For what takes seconds: so much more that only what hangs exceeds it, on a busy machine too. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 20;

    private Waiting() {}

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }

    /**
     * Waits until something is so.
     *
     * @param what what is waited for, for the failure's message
     * @param explanation what else to tell of a failure, such as the end of a log
     * @throws AssertionError if it is not so after two minutes
     */
    static void until(String what, Condition condition, Supplier<String> explanation) throws IOException {
        if (!isSoWithin(LIMIT, condition)) {
            throw new AssertionError(
                    "waited " + LIMIT.toMinutes() + " minutes in vain: " + what + "\n" + explanation.get());
        }
    }

    /** Waits until something is so, or for as long as this. */
    static boolean isSoWithin(Duration limit, Condition condition) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
