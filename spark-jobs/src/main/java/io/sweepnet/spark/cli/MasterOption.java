package io.sweepnet.spark.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --master} of the commands that start Spark. */
final class MasterOption {

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, for example local[2]; default local[*], or what spark-submit was given.")
    private String master;

    /** Returns the given master; empty if the option is not used. */
    Optional<String> named() {
        return Optional.ofNullable(master);
    }
}
