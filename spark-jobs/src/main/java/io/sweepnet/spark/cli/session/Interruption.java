package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.run.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Converts Ctrl-C and SIGTERM to a request to end a run early. Once training has begun, the exit of the JVM waits until
 * the run has saved and printed its results so far. A scoring is abandoned, and the exit waits until it has cleaned up.
 * Otherwise the JVM exits at once.
 *
 * <p>Spark stops its context in a shutdown hook of Hadoop's {@link ShutdownHookManager}, which calls one hook after
 * another, the highest priority first. The hook of this class comes before that of Spark, and so keeps Spark running
 * while it waits.
 */
public final class Interruption implements Cancellation, AutoCloseable {

    /** The priority of the hook. That of Spark is 30 above that of the file systems. */
    private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 100;

    /** The longest wait for a step. A step of Spark that takes longer may have lost its executors. */
    private static final Duration STEP_LIMIT = Duration.ofSeconds(60);

    /** The time after which a scoring that has not ended is abandoned again. */
    private static final Duration ABANDON_INTERVAL = Duration.ofMillis(100);

    /** The longest wait for saving, so that a run that hangs does not block the JVM forever. */
    private static final Duration SAVING_LIMIT = Duration.ofMinutes(4);

    /** The time limit of the hook; by default Hadoop's manager continues after 30 seconds. */
    private static final Duration HOOK_LIMIT = STEP_LIMIT.plus(SAVING_LIMIT).plusMinutes(1);

    private final Diagnostics diagnostics;
    private final Runnable hook = this::end;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Runnable abandonStep;
    private volatile boolean keepsNothing;
    private volatile boolean requested;

    public Interruption(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public boolean isRequested() {
        return requested;
    }

    /** @throws IllegalStateException if the JVM is already exiting */
    @Override
    public void trainingBegins(Runnable abandon) {
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, HOOK_LIMIT.toSeconds(), TimeUnit.SECONDS);
        abandonStep = abandon;
    }

    /** @throws IllegalStateException if the JVM is already exiting */
    @Override
    public void scoringBegins(Runnable abandon) {
        keepsNothing = true;
        trainingBegins(abandon);
    }

    /** Silences logging and stops: executors that receive the signal too exit now, which Spark would log at length. */
    private void end() {
        Logging.silence();
        stop();
    }

    /** Requests the end of the run and waits until it has ended, up to the limits above. */
    void stop() {
        requested = true;
        try {
            if (keepsNothing) {
                abandonUntilEnded();
                return;
            }
            diagnostics.cancelled("stopping after the current step ...");
            if (ended.await(STEP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            abandonStep.run();
            if (!ended.await(SAVING_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                diagnostics.error("the run did not end; what it reached is lost", ExitCode.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Abandons the scoring again and again: between two jobs there is none to cancel, and the next one would run on. */
    private void abandonUntilEnded() throws InterruptedException {
        long end = System.nanoTime() + STEP_LIMIT.toNanos();
        do {
            try {
                abandonStep.run();
            } catch (IllegalStateException e) {
                // Spark has stopped: the scoring has ended, and its command has not.
                boolean unused = ended.await(STEP_LIMIT.toSeconds(), TimeUnit.SECONDS);
                return;
            }
        } while (!ended.await(ABANDON_INTERVAL.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < end);
    }

    Runnable hook() {
        return hook;
    }

    /**
     * Returns whether the JVM is exiting and this command keeps no results. A failure is then a consequence of the
     * exit, since Spark stops during it.
     */
    public boolean isEnding() {
        return (abandonStep == null || keepsNothing) && isJvmEnding();
    }

    private static boolean isJvmEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread(() -> {}));
            return false;
        } catch (IllegalStateException e) {
            // Java has no other way to detect this.
            return true;
        }
    }

    /** Called when the command has printed everything: the JVM may exit. */
    @Override
    public void close() {
        ended.countDown();
        if (abandonStep != null && !isJvmEnding()) {
            try {
                ShutdownHookManager.get().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM has just begun to exit: the hook finds the latch open.
                requested = true;
            }
        }
    }
}
