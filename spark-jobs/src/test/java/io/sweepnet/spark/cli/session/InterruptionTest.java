package io.sweepnet.spark.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.cli.progress.TextDiagnostics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
