package io.sweepnet.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads of one evaluator, which divide the parts of a piece of work among them; the calling thread takes parts too.
 * Which worker takes which part is not determined, so results must not depend on it: each part writes to its own element of
 * an array, and the caller adds up the results of the parts in the order of the parts.
 *
 * <pre>{@code
 * double[] sums = new double[parts];
 * try (Workers workers = new Workers(4)) {
 *     workers.run(parts, (part, worker) -> sums[part] = sumOf(part));
 * }
 * }</pre>
 *
 * <p>A piece of work may take only microseconds. Therefore nothing is allocated for it, threads spin for a while before they
 * sleep, and the parts of a thread that is late are done by the others. For use by one thread at a time, and never from
 * inside a part.
 */
public final class Workers implements AutoCloseable {

    /** A piece of work that is divided into parts. */
    @FunctionalInterface
    public interface Part {
        /**
         * Does a part.
         *
         * @param part index of the part, from 0 to below the number of parts
         * @param worker index of the worker that does it, from 0 to below the number of threads; it does one part at a time
         */
        void run(int part, int worker);
    }

    /** The time that threads spin, about that between two steps of a search, so that they rarely sleep in between. */
    private static final long SPIN_NANOS = 50_000;

    /** The number of checks between two readings of the clock, which take longer than a check. */
    private static final int CHECKS = 32;

    private static final long PARTS_LEFT = 0xFFFF_FFFFL;

    private final Helper[] helpers;

    /** The time that threads spin; 0 if threads outnumber processors, where a spinning thread would hinder another one. */
    private final long spinNanos;

    /** The number of the piece of work in the upper 32 bits, the number of parts not taken yet in the lower ones. */
    private final AtomicLong tickets = new AtomicLong();

    /** The number of parts not done yet. */
    private final AtomicInteger undone = new AtomicInteger();

    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** The current work. Not volatile: it is written before {@code tickets} is set, and read after {@code tickets} is. */
    private Part body;

    private volatile Thread waiting;
    private volatile boolean closed;

    /**
     * Starts the threads, which wait for work.
     *
     * @param threads number of threads, at least 1; the calling thread is one of them
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public Workers(int threads) {
        check(threads);
        this.spinNanos = threads <= Runtime.getRuntime().availableProcessors() ? SPIN_NANOS : 0;
        this.helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
        }
        try {
            for (Helper helper : helpers) {
                helper.start();
            }
        } catch (Throwable e) {
            // The system could not start a thread: those that were started must end.
            close();
            throw e;
        }
    }

    /**
     * Returns the number of threads if workers can have it.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public static int check(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a search needs at least 1 thread, got " + threads);
        }
        return threads;
    }

    /** Returns the number of threads, including the calling one. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Does all parts of a piece of work and returns when they are done; what they wrote is then visible to the calling
     * thread. If a part throws, parts that have not begun are skipped, and the first exception is thrown in the calling
     * thread.
     *
     * @throws IllegalStateException if the workers are closed
     */
    public void run(int parts, Part body) {
        if (closed) {
            throw new IllegalStateException("the workers are closed");
        }
        if (helpers.length == 0 || parts < 2) {
            for (int part = 0; part < parts; part++) {
                body.run(part, 0);
            }
            return;
        }
        this.body = body;
        undone.set(parts);
        // From here on the helpers can take parts.
        tickets.set((tickets.get() | PARTS_LEFT) + 1 + parts);
        wake(Math.min(parts - 1, helpers.length));
        takeParts(0);
        awaitOthers();
        Throwable thrown = failure.getAndSet(null);
        if (thrown != null) {
            rethrow(thrown);
        }
    }

    private void wake(int most) {
        for (int i = 0; i < most; i++) {
            Helper helper = helpers[i];
            if (helper.asleep) {
                LockSupport.unpark(helper);
            }
        }
    }

    /** Takes parts until none is left. */
    private void takeParts(int worker) {
        for (long ticket = tickets.get(); (ticket & PARTS_LEFT) > 0; ticket = tickets.get()) {
            // If this thread gets the ticket, it has read the body that belongs to it: the next piece of work begins
            // only when all parts of this one are done.
            Part taken = body;
            if (tickets.compareAndSet(ticket, ticket - 1)) {
                runPart(taken, (int) (ticket & PARTS_LEFT) - 1, worker);
            }
        }
    }

    private void runPart(Part taken, int part, int worker) {
        try {
            if (failure.get() == null) {
                taken.run(part, worker);
            }
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
        if (undone.decrementAndGet() == 0) {
            Thread caller = waiting;
            if (caller != null) {
                LockSupport.unpark(caller);
            }
        }
    }

    /** Waits for the parts that helpers have begun, even when interrupted: they still write to arrays of the caller. */
    private void awaitOthers() {
        long deadline = System.nanoTime() + spinNanos;
        do {
            for (int i = 0; i < CHECKS; i++) {
                if (undone.get() == 0) {
                    return;
                }
                Thread.onSpinWait();
            }
        } while (System.nanoTime() - deadline < 0);
        boolean interrupted = false;
        waiting = Thread.currentThread();
        while (undone.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Throws an error or a runtime exception; parts cannot throw others, since {@link Part#run} declares none. */
    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    /** Ends the threads and waits until they have ended. */
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Helper helper : helpers) {
            LockSupport.unpark(helper);
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A thread besides the calling one; a daemon, so that an evaluator that was not closed does not keep a program alive.
     */
    private final class Helper extends Thread {

        private final int worker;

        private volatile boolean asleep;

        Helper(int worker) {
            super("sweepnet-worker-" + worker);
            this.worker = worker;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!closed) {
                takeParts(worker);
                if (!seesWork()) {
                    sleep();
                }
            }
        }

        private boolean seesWork() {
            long deadline = System.nanoTime() + spinNanos;
            do {
                for (int i = 0; i < CHECKS; i++) {
                    if (hasWork()) {
                        return true;
                    }
                    Thread.onSpinWait();
                }
            } while (System.nanoTime() - deadline < 0);
            return false;
        }

        private void sleep() {
            asleep = true;
            // Checks again: work that arrived before this thread was marked as asleep does not wake it.
            while (!hasWork()) {
                LockSupport.park(Workers.this);
            }
            asleep = false;
        }

        private boolean hasWork() {
            return closed || (tickets.get() & PARTS_LEFT) > 0;
        }
    }
}
