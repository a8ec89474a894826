package io.sweepnet.spark.cli.progress;

import io.sweepnet.spark.run.Progress;

/**
 * The output on stderr: notes, progress, warnings and failures. The options of the command line choose the form. The
 * methods may be called from several threads.
 */
public interface Diagnostics extends Progress {

    /** Reports a problem of a command that succeeds nevertheless. */
    void warning(String message);

    /** Reports that the command was requested to end early, and the consequence. */
    void cancelled(String message);

    /** Reports why the command fails, in one line. */
    void error(String message, int exitCode);

    /** Reports an unexpected failure of the command, with its stack trace. */
    void failure(String message, Throwable cause, int exitCode);
}
