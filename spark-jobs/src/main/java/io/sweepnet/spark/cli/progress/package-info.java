/**
 * What a command says on stderr while it works: notes, progress, warnings and errors, as text for people or as a JSON object
 * per line for programs. Needs no Spark, so that an error of the command line is told before Spark is loaded. Internal.
 */
package io.sweepnet.spark.cli.progress;
