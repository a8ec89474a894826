package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.cli.progress.JsonDiagnostics;
import io.sweepnet.spark.cli.progress.QuietDiagnostics;
import io.sweepnet.spark.cli.progress.TextDiagnostics;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The options that say what stderr is like, before or after the name of any command. */
@Command
final class OutputOptions {

    /** Set by the launcher: Java itself cannot tell. */
    private static final String TERMINAL = "sweepnet.terminal";

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "On stderr errors alone, no notes and no progress.")
    private boolean quiet;

    @Option(
            names = "--json-log",
            scope = ScopeType.INHERIT,
            description = "On stderr one JSON object per line, for log collectors.")
    private boolean jsonLog;

    /** The options that stand anywhere on a command line, also on one that is wrong elsewhere. */
    static OutputOptions of(String... args) {
        OutputOptions options = new OutputOptions();
        try {
            new CommandLine(options)
                    .setUnmatchedArgumentsAllowed(true)
                    .setOverwrittenOptionsAllowed(true)
                    .parseArgs(args);
        } catch (ParameterException e) {
            // What is wrong is told when the whole command line is read.
            return options;
        }
        return options;
    }

    /** Whether the logs of Spark are to be JSON too. */
    boolean isJsonLog() {
        return jsonLog;
    }

    Diagnostics diagnostics(PrintStream err) {
        Diagnostics all = jsonLog ? new JsonDiagnostics(err) : new TextDiagnostics(err, Boolean.getBoolean(TERMINAL));
        return quiet ? new QuietDiagnostics(all) : all;
    }
}
