package io.sweepnet.spark.cli;

import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
        program.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> command.findOption("--execution") != null)
                .forEach(Subcommands::addNames);
    }

    /** Adds the names of losses and activations to the help of a command that trains. */
    private static void addNames(CommandSpec command) {
        List<String> footer = new ArrayList<>(List.of(command.usageMessage().footer()));
        footer.add("");
        footer.add("Losses (-D loss=NAME): " + Losses.usages() + ".");
        footer.add("Activations (-D network.activations=NAME): " + Activation.labels() + ".");
        command.usageMessage().footer(footer.toArray(String[]::new));
    }
}
