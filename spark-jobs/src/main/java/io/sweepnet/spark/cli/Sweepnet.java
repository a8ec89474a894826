package io.sweepnet.spark.cli;

import io.sweepnet.spark.channel.ChannelException;
import io.sweepnet.spark.channel.FirstLine;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.execution.StartException;
import io.sweepnet.spark.results.ResultsException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.spark.SparkException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole. Results go to {@code out}, everything else to {@code err}; the exit code is 0 where all went
 * well, 2 where the input cannot be used, 3 where every model diverged, 130 where the run was cancelled, 1 where something
 * else went wrong.
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
            "  sweepnet predict --model model.json --data new-wines.csv --output scored",
            "      what the model makes of other rows",
            "  sweepnet inspect --model model.json",
            "      what such a file holds",
            "  sweepnet report --run latest --json",
            "      what a run gave, for another program",
            "",
            "Exit codes:",
            "  0    all went well",
            "  1    something went wrong",
            "  2    the input cannot be used; nothing was written",
            "  3    every model of the run diverged",
            "  130  ended by Ctrl-C, 143 by SIGTERM; once training has begun, the best so far is saved"
        })
public final class Sweepnet implements Runnable {

    static final int FAILURE = 1;
    static final int BAD_INPUT = 2;
    static final int DIVERGED = 3;
    /** What the JVM gives after Ctrl-C, whatever the program says then. */
    static final int CANCELLED = 130;

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
        Diagnostics diagnostics = OutputOptions.of(args).diagnostics(err);
        try (Interruption interruption = new Interruption(diagnostics)) {
            return commandLine(diagnostics, interruption).execute(args);
        }
    }

    private CommandLine commandLine(Diagnostics diagnostics, Interruption interruption) {
        Console console = new Console(out, diagnostics, interruption);
        return new CommandLine(this)
                // Read before, and here so that every command has them.
                .addMixin("output", new OutputOptions())
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(new TrainCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new PredictCommand(console))
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler((e, wrong) -> badParameter(diagnostics, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(diagnostics, interruption, e));
    }

    /** Without a command there is nothing to do: the help says what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: compare, train, report, predict or inspect");
    }

    private static int badParameter(Diagnostics diagnostics, ParameterException e) {
        CommandLine command = e.getCommandLine();
        String guess = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("")
                : "";
        diagnostics.error(
                oneLine(e.getMessage()) + guess + " (see '"
                        + command.getCommandSpec().qualifiedName() + " --help')",
                BAD_INPUT);
        return BAD_INPUT;
    }

    private static int failed(Diagnostics diagnostics, Interruption interruption, Exception e) {
        if (interruption.isEnding()) {
            diagnostics.cancelled("cancelled; nothing was written");
            return CANCELLED;
        }
        if (e instanceof InputException || e instanceof ResultsException) {
            diagnostics.error(oneLine(e.getMessage()), BAD_INPUT);
            return BAD_INPUT;
        }
        if (e instanceof ChannelException || e instanceof StartException) {
            diagnostics.error("the search cannot go on: " + oneLine(e.getMessage()), FAILURE);
            return FAILURE;
        }
        Optional<String> ofSpark = wordsOfSpark(e);
        if (ofSpark.isPresent()) {
            diagnostics.error("Spark could not do its part: " + oneLine(ofSpark.get()), FAILURE);
            return FAILURE;
        }
        diagnostics.failure(oneLine(String.valueOf(e)), e, FAILURE);
        return FAILURE;
    }

    /** Why a job of Spark failed, if that is what happened. */
    private static Optional<String> wordsOfSpark(Throwable e) {
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

    private static String oneLine(String message) {
        return String.valueOf(message)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}", "\uFFFD").strip())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
