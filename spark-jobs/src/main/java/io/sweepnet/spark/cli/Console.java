package io.sweepnet.spark.cli;

import java.io.PrintStream;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err everything else
 */
record Console(PrintStream out, PrintStream err) {

    /** Set by the launcher: Java itself cannot tell. */
    private static final String TERMINAL = "sweepnet.terminal";

    /** Whether stderr is a terminal, so that progress is of use. */
    boolean isTerminal() {
        return Boolean.getBoolean(TERMINAL);
    }
}
