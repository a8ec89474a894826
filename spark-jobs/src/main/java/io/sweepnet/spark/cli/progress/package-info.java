/**
 * The output of a command on stderr: notes, progress, warnings and errors. {@link
 * io.sweepnet.spark.cli.progress.Diagnostics} receives them; {@link io.sweepnet.spark.cli.progress.TextDiagnostics} prints
 * text for people, {@link io.sweepnet.spark.cli.progress.JsonDiagnostics} one JSON object per line for programs, and {@link
 * io.sweepnet.spark.cli.progress.QuietDiagnostics} only errors. Needs no Spark, so that an error of the command line is
 * reported before Spark is loaded. Internal.
 */
package io.sweepnet.spark.cli.progress;
