/**
 * The command line: {@link io.sweepnet.spark.cli.Main} is the entry point, {@code Sweepnet} the program with its
 * commands and their options. A command converts its options to settings, has a run or a scoring carried out, and
 * prints the results on stdout. {@code Subcommands} lists the commands; {@code CommandFailure} determines the message
 * and the exit code of an exception. The subpackage {@code progress} writes the output on stderr, {@code session}
 * controls Spark, logging and the exit of the process.
 *
 * <p>Internal; only the name of {@link io.sweepnet.spark.cli.Main}, which {@code spark-submit} needs, is stable. Other
 * programs use the packages {@code table}, {@code execution} and {@code predict} instead.
 */
package io.sweepnet.spark.cli;
