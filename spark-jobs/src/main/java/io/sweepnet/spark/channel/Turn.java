package io.sweepnet.spark.channel;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkContext;

/**
 * The exclusive right to occupy task slots of a SparkContext for a long time. Two searches that each held half of the slots
 * and waited for the rest would deadlock, so only one at a time has the right.
 */
public final class Turn implements AutoCloseable {

    private static final long ASK_MILLIS = 50;
    private static final Map<SparkContext, Semaphore> TURNS = Collections.synchronizedMap(new WeakHashMap<>());

    private final Semaphore turn;

    private Turn(Semaphore turn) {
        this.turn = turn;
    }

    /**
     * Waits for the turn.
     *
     * @throws ChannelException if the thread is interrupted
     */
    static Turn take(SparkContext spark) {
        return take(spark, () -> false).orElseThrow();
    }

    /**
     * Waits for the turn.
     *
     * @param cancelled called several times a second; true ends the wait
     * @return the turn; empty if the wait was cancelled
     * @throws ChannelException if the thread is interrupted
     */
    public static Optional<Turn> take(SparkContext spark, BooleanSupplier cancelled) {
        Semaphore turn = TURNS.computeIfAbsent(spark, context -> new Semaphore(1, true));
        try {
            while (!turn.tryAcquire(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Turn(turn));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChannelException("interrupted while another search had its turn");
        }
    }

    /** Passes the turn on. Must be called exactly once. */
    @Override
    public void close() {
        turn.release();
    }
}
