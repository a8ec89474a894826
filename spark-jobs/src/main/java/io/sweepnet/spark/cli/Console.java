package io.sweepnet.spark.cli;

import io.sweepnet.spark.cli.progress.Diagnostics;
import io.sweepnet.spark.run.Cancellation;
import java.io.PrintStream;

/**
 * What connects a command with its surroundings.
 *
 * @param out where results go
 * @param diagnostics all else that the command says
 * @param cancellation asks for a run's early end
 */
record Console(PrintStream out, Diagnostics diagnostics, Cancellation cancellation) {}
