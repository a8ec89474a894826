package io.sweepnet.spark.cli.progress;

import io.sweepnet.spark.run.Progress;

/**
 * What the program says besides its results, on stderr: notes and progress, and why it failed. The
 * options of the command line choose the form. Lines may come from several threads.
 */
public interface Diagnostics extends Progress {

    /** What the user should look at although the command succeeds. */
    void warning(String message);

    /** The command was asked to end early, and what becomes of it. */
    void cancelled(String message);

    /** Why the command fails, in one line. */
    void error(String message, int exitCode);

    /** Why the command fails, where nobody foresaw it. */
    void failure(String message, Throwable cause, int exitCode);
}
