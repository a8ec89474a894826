/**
 * The process of a command: {@link io.sweepnet.spark.cli.session.SparkSessions} starts Spark and checks the Spark settings of
 * the program, {@link io.sweepnet.spark.cli.session.Logging} configures the logs, {@link
 * io.sweepnet.spark.cli.session.Interruption} handles Ctrl-C and SIGTERM, and {@link
 * io.sweepnet.spark.cli.session.ExitCode} lists the exit codes. Internal.
 */
package io.sweepnet.spark.cli.session;
