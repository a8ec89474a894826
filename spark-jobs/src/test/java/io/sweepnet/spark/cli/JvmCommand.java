package io.sweepnet.spark.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words that start the program in a JVM of its own, of the kind and with the class path of this one. */
final class JvmCommand {

    private JvmCommand() {}

    /**
     * Returns the words.
     *
     * @param starter a program, with its arguments, that starts the JVM; may be empty
     * @param jvmOptions options of the JVM besides the opened packages
     * @param arguments those of the program
     */
    static List<String> of(List<String> starter, List<String> jvmOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(starter);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-XX:+Ignore"))
                .toList());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return command;
    }
}
