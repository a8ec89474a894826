package io.sweepnet.spark.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * The commands of the program: a new one is a class with picocli's {@code @Command} and a line here, in the order of
 * the help. It returns its exit code, 0 for success; an exception becomes a message of one line and an exit code, see
 * {@link CommandFailure}.
 */
final class Subcommands {

    private static final List<Function<Console, Callable<Integer>>> COMMANDS = List.of(
            CompareCommand::new, TrainCommand::new, ReportCommand::new, PredictCommand::new, InspectCommand::new);

    private Subcommands() {}

    /** Adds all commands to the program. */
    static void addTo(CommandLine program, Console console) {
        COMMANDS.forEach(command -> program.addSubcommand(command.apply(console)));
    }
}
