package io.sweepnet.spark.cli.session;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.run.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ctrl-C and SIGTERM as a request to end a run early. Once training has begun, the JVM's end waits until the run has saved
 * and printed what it reached; a scoring is abandoned, and waited for until it has cleaned up; elsewhere there is nothing to
 * wait for.
 *
 * <p>Spark ends its own context in a hook of Hadoop's manager. That manager calls one hook after another, the highest
 * priority first, so that ours, which comes before Spark's, keeps Spark running while it waits.
 */
public final class Interruption implements Cancellation, AutoCloseable {

    /** Spark's is 30 above that of the file systems. */
    private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 100;

    /** A step of Spark that does not end by then has perhaps no executors any more. */
    private static final Duration STEP = Duration.ofSeconds(60);

    /** A run that hangs must not keep the JVM for ever. */
    private static final Duration SAVING = Duration.ofMinutes(4);

    /** Hadoop's manager would else go on after 30 seconds. */
    private static final Duration MOST = STEP.plus(SAVING).plusMinutes(1);

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

    /** @throws IllegalStateException if the JVM is ending already */
    @Override
    public void trainingBegins(Runnable abandon) {
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, MOST.toSeconds(), TimeUnit.SECONDS);
        abandonStep = abandon;
    }

    /** @throws IllegalStateException if the JVM is ending already */
    @Override
    public void scoringBegins(Runnable abandon) {
        keepsNothing = true;
        trainingBegins(abandon);
    }

    /** Executors that hear the signal too end now, which Spark would tell at length. */
    private void end() {
        Logging.silence();
        stop();
    }

    /** Asks the run to end, and waits until it has. */
    void stop() {
        requested = true;
        try {
            if (keepsNothing) {
                abandonStep.run();
                boolean unused = ended.await(STEP.toSeconds(), TimeUnit.SECONDS);
                return;
            }
            diagnostics.cancelled("stopping after the current step ...");
            if (ended.await(STEP.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
            abandonStep.run();
            if (!ended.await(SAVING.toSeconds(), TimeUnit.SECONDS)) {
                diagnostics.error("the run did not end; what it reached is lost", ExitCode.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Runnable hook() {
        return hook;
    }

    /**
     * Whether the JVM ends and nothing of this command is kept, so that what fails now fails for that reason: Spark stops
     * under it.
     */
    public boolean isEnding() {
        return (abandonStep == null || keepsNothing) && isJvmEnding();
    }

    private static boolean isJvmEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread(() -> {}));
            return false;
        } catch (IllegalStateException e) {
            // The one way that Java has to tell.
            return true;
        }
    }

    /** The command has said all it had to say: the JVM may end. */
    @Override
    public void close() {
        ended.countDown();
        if (abandonStep != null && !isJvmEnding()) {
            try {
                ShutdownHookManager.get().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // Ending since just now: the hook finds the latch open.
                requested = true;
            }
        }
    }
}
