package io.sweepnet.spark.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that start Spark. */
final class MasterOption {

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, for example local[2]; default local[*], or what spark-submit was given.")
    private String master;

    /** The master that the option names; empty where it is not given. */
    Optional<String> named() {
        return Optional.ofNullable(master);
    }
}
