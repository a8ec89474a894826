package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.run.Cancellation;
import java.io.PrintStream;

/**
 * The connections of a command to its environment.
 *
 * @param out the stream for results
 * @param diagnostics the receiver of all other output
 * @param cancellation the request to end a run early
 */
record Console(PrintStream out, Diagnostics diagnostics, Cancellation cancellation) {}
