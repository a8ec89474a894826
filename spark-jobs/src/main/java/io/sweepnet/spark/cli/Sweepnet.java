package io.sweepnet.spark.cli;

import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.results.ResultsException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole. Results go to {@code out}, everything else to {@code err}; the exit code is 0 where all went
 * well, 2 where the input cannot be used, 3 where every model diverged, 1 where something else went wrong.
 */
@Command(
        name = "sweepnet",
        description = "Trains feed-forward networks by coordinate search, on any loss, and compares them with Adam.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sweepnet compare",
            "      all three models on the diabetes table that comes with the program",
            "  sweepnet compare --data wine.csv --target quality",
            "      the same on a table of your own",
            "  sweepnet train search --data wine.csv --target quality --save model.json",
            "      one model, kept in a file",
            "  sweepnet report --run latest --json",
            "      what a run gave, for another program",
            "",
            "Exit codes: 0 all went well; 1 something went wrong; 2 the input cannot be used;",
            "3 every model of the run diverged."
        })
public final class Sweepnet implements Runnable {

    static final int FAILURE = 1;
    static final int BAD_INPUT = 2;
    static final int DIVERGED = 3;

    @Spec
    private CommandSpec spec;

    private final PrintStream out;
    private final PrintStream err;

    /** A command line that prints to the given streams. */
    public Sweepnet(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    public int run(String... args) {
        Console console = new Console(out, err);
        CommandLine line = new CommandLine(this)
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler((e, wrong) -> badParameter(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        return line.execute(args);
    }

    /** Without a command there is nothing to do: the help says what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: compare, train or report");
    }

    private int badParameter(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String guess = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("")
                : "";
        err.println("sweepnet: " + oneLine(e.getMessage()) + guess + " (see '"
                + command.getCommandSpec().qualifiedName() + " --help')");
        return BAD_INPUT;
    }

    private int failed(Exception e) {
        if (e instanceof InputException || e instanceof ResultsException) {
            err.println("sweepnet: " + oneLine(e.getMessage()));
            return BAD_INPUT;
        }
        err.println("sweepnet: " + oneLine(String.valueOf(e)) + " - this should not have happened; where it did:");
        e.printStackTrace(err);
        return FAILURE;
    }

    private static String oneLine(String message) {
        return String.valueOf(message)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
