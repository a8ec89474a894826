package io.sweepnet.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads of one evaluator: they share out the parts of a piece of work, the calling thread among them. Which worker
 * gets which part is left to chance, so a result must not depend on it: each part writes to a place of its own, and the
 * caller adds up what the parts found in their order.
 *
 * <p>A piece of work may take no more than microseconds. So nothing is allocated for it, threads spin for a while before
 * they sleep, and a thread that is late finds its share done by the others. For use by one thread at a time, and never
 * from inside a part.
 */
public final class Workers implements AutoCloseable {

    /** A piece of work in parts. */
    @FunctionalInterface
    public interface Part {
        /**
         * Does a part.
         *
         * @param part from 0 to below the number of parts
         * @param worker who does it, from 0 to below the number of threads; no two parts run at once on the same
         */
        void run(int part, int worker);
    }

    /** About the time from one step of a search to the next, so that a thread rarely sleeps in between. */
    private static final long SPIN_NANOS = 50_000;

    /** Looks between two at the clock, which takes longer. */
    private static final int LOOKS = 32;

    private static final long PARTS_LEFT = 0xFFFF_FFFFL;

    private final Helper[] helpers;

    /** Where threads outnumber processors, one that spins keeps another from its work. */
    private final long spinNanos;

    /** Counts the pieces of work in the upper half; in the lower half are the parts that nobody has taken yet. */
    private final AtomicLong tickets = new AtomicLong();

    /** Parts not done yet. */
    private final AtomicInteger undone = new AtomicInteger();

    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** The current work. Plain: it is written before the tickets that lead to it, and read after them. */
    private Part body;

    private volatile Thread waiting;
    private volatile boolean closed;

    /**
     * Workers that wait for work.
     *
     * @param threads number of threads, at least 1; the calling thread is one of them
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
            // The system has no thread left to give: those it gave must not stay.
            close();
            throw e;
        }
    }

    /** A number of threads that workers can have. */
    public static int check(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("a search needs at least 1 thread, got " + threads);
        }
        return threads;
    }

    /** Number of threads, the calling one included. */
    public int threads() {
        return helpers.length + 1;
    }

    /**
     * Does all parts of a piece of work and returns when they are done; what they wrote can then be read. Where a part
     * fails those not begun are left out, and the first failure is thrown, in this thread.
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
        // From here on the helpers take parts.
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
            // Whoever gets the ticket has read the body that belongs to it: the next piece of work begins only when all
            // parts of this one are done.
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

    /** Waits for the parts that helpers have begun, interrupted or not: they still write to what the caller owns. */
    private void awaitOthers() {
        long deadline = System.nanoTime() + spinNanos;
        do {
            for (int i = 0; i < LOOKS; i++) {
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

    /** A part declares no exception, so there are only these two kinds. */
    private static void rethrow(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    /** Ends the threads, and returns when they have ended. */
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

    /** A thread beside the calling one. A daemon, so that an evaluator nobody closed does not keep a program alive. */
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
                for (int i = 0; i < LOOKS; i++) {
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
            // Looks again: work that came before it was seen to be asleep wakes nobody.
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
