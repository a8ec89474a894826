package io.sweepnet.spark.channel;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Semaphore;
import org.apache.spark.SparkContext;

/**
 * The right to hold task slots of a context for long. Two that each held half of them and waited for the rest would wait for
 * ever, so one has its turn, in the order in which they asked.
 */
public final class Turn implements AutoCloseable {

    private static final Map<SparkContext, Semaphore> TURNS = Collections.synchronizedMap(new WeakHashMap<>());

    private final Semaphore turn;

    private Turn(Semaphore turn) {
        this.turn = turn;
    }

    /** Waits for it. */
    public static Turn take(SparkContext spark) {
        Semaphore turn = TURNS.computeIfAbsent(spark, context -> new Semaphore(1, true));
        turn.acquireUninterruptibly();
        return new Turn(turn);
    }

    /** Lets the next have it. To be called once. */
    @Override
    public void close() {
        turn.release();
    }
}
