package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.cli.session.ExitCode;
import io.sweepnet.spark.cli.session.Interruption;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line as a whole. Results go to {@code out}, everything else to {@code err}. The exit code is 0 for
 * success, 2 if the input cannot be used, 3 if every model diverged, 130 if the run was cancelled, and 1 for any other
 * failure.
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
final class Sweepnet implements Runnable {

    @Spec
    private CommandSpec spec;

    private final PrintStream out;
    private final PrintStream err;

    /** Creates a command line that prints to the given streams. */
    Sweepnet(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    int run(String... args) {
        Diagnostics diagnostics = OutputOptions.of(args).diagnostics(err);
        try (Interruption interruption = new Interruption(diagnostics)) {
            int code = commandLine(diagnostics, interruption).execute(args);
            if (code == 0 && out.checkError()) {
                diagnostics.error(
                        "stdout cannot be written; what the command printed is not complete", ExitCode.FAILURE);
                return ExitCode.FAILURE;
            }
            return code;
        } catch (OutOfMemoryError e) {
            CommandFailure failure = CommandFailure.ofMemory(e);
            failure.report(diagnostics);
            return failure.exitCode();
        }
    }

    private CommandLine commandLine(Diagnostics diagnostics, Interruption interruption) {
        Console console = new Console(out, diagnostics, interruption);
        // The output options have been read already; they are added here so that every command accepts them.
        CommandLine program = new CommandLine(this).addMixin("output", new OutputOptions());
        Subcommands.addTo(program, console);
        return program.addSubcommand(new HelpCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, new LocalPaths())
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler((e, wrong) -> badParameter(diagnostics, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(diagnostics, interruption, e));
    }

    /** Called without a command: fails with a message that names the commands. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: " + commands(spec));
    }

    private static String commands(CommandSpec program) {
        List<String> names = program.subcommands().values().stream()
                .filter(command -> !(command.getCommand() instanceof HelpCommand))
                .map(CommandLine::getCommandName)
                .toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static int badParameter(Diagnostics diagnostics, ParameterException e) {
        CommandLine command = e.getCommandLine();
        String guess = e instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse(unknownCommand(command, unmatched))
                : "";
        diagnostics.error(
                CommandFailure.oneLine(e.getMessage()) + guess + " (see '"
                        + command.getCommandSpec().qualifiedName() + " --help')",
                ExitCode.BAD_INPUT);
        return ExitCode.BAD_INPUT;
    }

    /** Returns the commands, if the argument stands where one is expected. */
    private static String unknownCommand(CommandLine command, UnmatchedArgumentException unmatched) {
        boolean isCommand = !command.getCommandSpec().subcommands().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-");
        return isCommand ? "; commands are " + commands(command.getCommandSpec()) : "";
    }

    private static int failed(Diagnostics diagnostics, Interruption interruption, Exception e) {
        if (interruption.isEnding()) {
            diagnostics.cancelled("cancelled; nothing was written");
            return ExitCode.CANCELLED;
        }
        CommandFailure failure = CommandFailure.of(e);
        failure.report(diagnostics);
        return failure.exitCode();
    }
}
