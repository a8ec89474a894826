package io.sweepnet.spark.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.cli.progress.TextDiagnostics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.util.ShutdownHookManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The hook, without an end of the JVM; {@link InterruptionIT} ends one. */
@Timeout(60)
class InterruptionTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Interruption interruption =
            new Interruption(new TextDiagnostics(new PrintStream(err, true, StandardCharsets.UTF_8), false));

    @Test
    void itHoldsTheEndOfTheJvmUntilTheCommandHasEnded() throws InterruptedException {
        interruption.trainingBegins(() -> {});
        Thread hook = new Thread(interruption::stop);
        hook.start();
        while (!interruption.isRequested()) {
            Thread.onSpinWait();
        }

        hook.join(50);
        assertThat(hook.isAlive()).as("waits").isTrue();
        interruption.close();
        hook.join();

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("sweepnet: stopping after the current step ...\n");
    }

    /** The first request may come between two jobs, where there is none to cancel. */
    @Test
    void aScoringIsAbandonedUntilItEnds() {
        AtomicInteger requests = new AtomicInteger();
        interruption.scoringBegins(() -> {
            if (requests.incrementAndGet() == 3) {
                interruption.close();
            }
        });

        interruption.stop();

        assertThat(requests).hasValue(3);
        assertThat(interruption.isRequested()).isTrue();
    }

    /** A command stops Spark before it tells what became of it. */
    @Test
    void aScoringWhoseSparkHasStoppedMayStillEnd() throws InterruptedException {
        CountDownLatch requested = new CountDownLatch(1);
        interruption.scoringBegins(() -> {
            requested.countDown();
            throw new IllegalStateException("Cannot call methods on a stopped SparkContext.");
        });
        Thread hook = new Thread(interruption::stop);
        hook.start();
        requested.await();

        hook.join(50);
        assertThat(hook.isAlive()).as("waits").isTrue();
        interruption.close();
        hook.join();
    }

    @Test
    void aRunThatEndsAsPlannedLeavesNoHook() {
        interruption.trainingBegins(() -> {});
        assertThat(isHooked()).isTrue();
        interruption.close();

        assertThat(isHooked()).isFalse();
        assertThat(interruption.isRequested()).isFalse();
        assertThat(err.size()).isZero();
    }

    @Test
    void whatTrainsNothingHasNoHook() {
        assertThat(isHooked()).isFalse();
        assertThat(interruption.isEnding()).isFalse();
        interruption.close();

        assertThat(isHooked()).isFalse();
    }

    private boolean isHooked() {
        return ShutdownHookManager.get().hasShutdownHook(interruption.hook());
    }
}
