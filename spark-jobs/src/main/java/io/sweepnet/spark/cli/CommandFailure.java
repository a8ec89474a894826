package io.sweepnet.spark.cli;

import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.cli.session.ExitCode;
import io.sweepnet.spark.cli.session.SparkSessions;
import io.sweepnet.spark.execution.SearchFailedException;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.ResultsException;
import java.util.Optional;
import org.apache.spark.SparkException;

/**
 * The failure of a command, as reported to the user.
 *
 * @param message one line
 * @param exitCode the command's exit code
 * @param isExpected whether the message is sufficient; otherwise the stack trace is reported too
 * @param cause the exception
 */
record CommandFailure(String message, int exitCode, boolean isExpected, Throwable cause) {

    /**
     * Classifies an exception as a failure of the input, of the tasks or the checks of a search, or of Spark; any other is a
     * fault of the program.
     */
    static CommandFailure of(Exception e) {
        if (isOfMemory(e)) {
            return ofMemory(e);
        }
        if (e instanceof InputException || e instanceof ResultsException) {
            return new CommandFailure(oneLine(e.getMessage()), ExitCode.BAD_INPUT, true, e);
        }
        if (e instanceof SearchFailedException || e instanceof CheckFailedException) {
            return new CommandFailure("the search cannot go on: " + oneLine(e.getMessage()), ExitCode.FAILURE, true, e);
        }
        return reasonOfSpark(e)
                .map(reason -> new CommandFailure(
                        "Spark could not do its part: " + oneLine(reason), ExitCode.FAILURE, true, e))
                .orElseGet(() -> new CommandFailure(oneLine(String.valueOf(e)), ExitCode.FAILURE, false, e));
    }

    /** Returns the failure of a command that needs more memory than the JVM may take. */
    static CommandFailure ofMemory(Throwable e) {
        return new CommandFailure(
                "more memory is needed than the " + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MB that Java may take: the table, network.hidden, search.weights.size or search.biases.size is too"
                        + " large for it; SWEEPNET_JAVA_OPTS=-Xmx16g, for example, allows more",
                ExitCode.BAD_INPUT,
                true,
                e);
    }

    private static boolean isOfMemory(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    /** Returns why a Spark job failed; empty if the failure did not come from Spark. */
    private static Optional<String> reasonOfSpark(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkException) {
                return Optional.of(FirstLine.of(cause));
            }
            if (SparkSessions.isOfStoppedSpark(cause)) {
                return Optional.of(
                        "it ended in the middle of the run; the master may be gone, or have ended the application");
            }
        }
        return Optional.empty();
    }

    /** Reports the failure in the form of the given diagnostics. */
    void report(Diagnostics diagnostics) {
        if (isExpected) {
            diagnostics.error(message, exitCode);
        } else {
            diagnostics.failure(message, cause, exitCode);
        }
    }

    /** Joins the lines of a message and replaces control characters, which input may contain. */
    static String oneLine(String message) {
        return String.valueOf(message)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", "\uFFFD").strip())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
