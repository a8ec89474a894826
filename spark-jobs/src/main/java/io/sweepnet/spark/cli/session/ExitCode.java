package io.sweepnet.spark.cli.session;

/** The exit codes of the program, as {@code --help} lists them; 0 means success. */
public final class ExitCode {

    /** A failure that the input did not cause. */
    public static final int FAILURE = 1;

    /** The input cannot be used; nothing was written. */
    public static final int BAD_INPUT = 2;

    /** Every model of the run diverged. */
    public static final int DIVERGED = 3;

    /** The run was cancelled. After Ctrl-C the JVM exits with this code whatever the program requests. */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
