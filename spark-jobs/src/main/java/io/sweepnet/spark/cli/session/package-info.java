/**
 * The process a command runs in: the start of Spark and the settings of Spark that are the program's own, logging, the end by
 * Ctrl-C or SIGTERM, and the exit codes. Internal.
 */
package io.sweepnet.spark.cli.session;
