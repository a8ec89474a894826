/**
 * The command line: the program {@link io.sweepnet.spark.cli.Sweepnet}, its commands and their options. A command turns its
 * options into settings, has a run or a scoring carried out, and prints the results on stdout. {@code Subcommands} lists the
 * commands; {@code CommandFailure} says which exception becomes which message and exit code.
 *
 * <p>Internal but for {@link io.sweepnet.spark.cli.Main}: use {@code run} or {@code predict} from a program of your own.
 */
package io.sweepnet.spark.cli;
