package io.sweepnet.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyPartIsDoneOnceAndSeenByTheCaller(int threads) {
        try (Workers workers = new Workers(threads)) {
            assertThat(workers.threads()).isEqualTo(threads);
            for (int round = 0; round < 3_000; round++) {
                int parts = round % 65;
                // Plain arrays: what the parts wrote must be there without further ado.
                int[] done = new int[parts];
                int[] once = new int[parts];
                Arrays.fill(once, 1);
                workers.run(parts, (part, worker) -> done[part]++);
                assertThat(done).as("round %d", round).isEqualTo(once);
            }
        }
    }

    /** Pauses longer than threads spin, so that they sleep in between; also by the threads that do the work. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void sleepersAreWoken(int threads) throws InterruptedException {
        try (Workers workers = new Workers(threads)) {
            for (int round = 0; round < 40; round++) {
                AtomicInteger done = new AtomicInteger();
                Thread.sleep(round % 4);
                workers.run(9, (part, worker) -> {
                    if (part % 4 == 0) {
                        pause();
                    }
                    done.incrementAndGet();
                });
                assertThat(done).hasValue(9);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Three parts that wait for each other are done by three threads, or never. */
    @Test
    void threadsWorkAtTheSameTime() {
        try (Workers workers = new Workers(3)) {
            CountDownLatch met = new CountDownLatch(3);
            Set<Integer> who = ConcurrentHashMap.newKeySet();
            workers.run(3, (part, worker) -> {
                who.add(worker);
                met.countDown();
                await(met);
            });
            assertThat(who).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneWorkerIsNeverAtTwoParts() {
        try (Workers workers = new Workers(4)) {
            AtomicIntegerArray busy = new AtomicIntegerArray(4);
            AtomicInteger clashes = new AtomicInteger();
            for (int round = 0; round < 500; round++) {
                workers.run(16, (part, worker) -> {
                    if (busy.incrementAndGet(worker) != 1) {
                        clashes.incrementAndGet();
                    }
                    busy.decrementAndGet(worker);
                });
            }
            assertThat(clashes).hasValue(0);
        }
    }

    @Test
    void oneThreadGoesInOrder() {
        try (Workers workers = new Workers(1)) {
            int[] order = new int[5];
            int[] next = new int[1];
            workers.run(5, (part, worker) -> order[next[0]++] = 10 * part + worker);
            assertThat(order).containsExactly(0, 10, 20, 30, 40);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFailureIsThrownAndTheWorkersGoOn(int threads) {
        List<Throwable> failures = List.of(new IllegalStateException("part"), new AssertionError("part"));
        try (Workers workers = new Workers(threads)) {
            for (int round = 0; round < 200; round++) {
                Throwable failure = failures.get(round % 2);
                int failing = round % 7;
                assertThatThrownBy(() -> workers.run(7, (part, worker) -> {
                            if (part == failing) {
                                fail(failure);
                            }
                        }))
                        .isSameAs(failure);

                AtomicInteger done = new AtomicInteger();
                workers.run(7, (part, worker) -> done.incrementAndGet());
                assertThat(done).hasValue(7);
            }
        }
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** All parts fail, and one of the failures comes through. */
    @Test
    void ofManyFailuresOneIsThrown() {
        try (Workers workers = new Workers(4)) {
            assertThatThrownBy(() -> workers.run(32, (part, worker) -> {
                        throw new IllegalStateException("part " + part);
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("part ");
        }
    }

    /** The parts still write to what the caller owns: it must not leave before they have ended. */
    @Test
    void anInterruptedCallerWaitsAndStaysInterrupted() {
        try (Workers workers = new Workers(2)) {
            CountDownLatch begun = new CountDownLatch(2);
            AtomicInteger done = new AtomicInteger();
            Thread caller = Thread.currentThread();
            workers.run(2, (part, worker) -> {
                begun.countDown();
                while (begun.getCount() > 0) {
                    Thread.onSpinWait();
                }
                if (worker == 1) {
                    caller.interrupt();
                    pause();
                    done.incrementAndGet();
                }
            });
            assertThat(done).hasValue(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closingEndsTheThreads() {
        List<Thread> before = ours();
        Workers workers = new Workers(4);
        workers.run(8, (part, worker) -> {});
        List<Thread> started = ours();
        started.removeAll(before);
        assertThat(started).hasSize(3).allMatch(Thread::isDaemon);

        workers.close();

        assertThat(started).noneMatch(Thread::isAlive);
        workers.close();
        assertThatThrownBy(() -> workers.run(2, (part, worker) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the workers are closed");
    }

    private static List<Thread> ours() {
        List<Thread> threads = new ArrayList<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().startsWith("sweepnet-worker-"));
        return threads;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void thereIsAtLeastOneThread(int threads) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workers(threads))
                .withMessage("a search needs at least 1 thread, got " + threads);
    }
}
