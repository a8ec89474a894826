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

/** The options for the output on stderr, accepted before and after the name of any command. */
@Command
final class OutputOptions {

    /** Whether stderr is a terminal; set by the launcher, since Java cannot detect it. */
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

    /** Reads these options from anywhere on a command line, even if the rest of it is wrong. */
    static OutputOptions of(String... args) {
        OutputOptions options = new OutputOptions();
        try {
            new CommandLine(options)
                    .setUnmatchedArgumentsAllowed(true)
                    .setOverwrittenOptionsAllowed(true)
                    .parseArgs(args);
        } catch (ParameterException e) {
            // The error is reported when the whole command line is parsed.
            return options;
        }
        return options;
    }

    /** Returns whether the logs of Spark are to be JSON too. */
    boolean isJsonLog() {
        return jsonLog;
    }

    Diagnostics diagnostics(PrintStream err) {
        Diagnostics all = jsonLog ? new JsonDiagnostics(err) : new TextDiagnostics(err, Boolean.getBoolean(TERMINAL));
        return quiet ? new QuietDiagnostics(all) : all;
    }
}
