package io.sweepnet.spark.cli.session;

/** The exit codes of the program, as {@code --help} lists them; 0 stands for success. */
public final class ExitCode {

    /** Something went wrong that is not the input's fault. */
    public static final int FAILURE = 1;

    /** The input cannot be used; nothing was written. */
    public static final int BAD_INPUT = 2;

    /** Every model of the run diverged. */
    public static final int DIVERGED = 3;

    /** The run was ended early. The JVM gives this code after Ctrl-C, whatever the program asks for. */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
