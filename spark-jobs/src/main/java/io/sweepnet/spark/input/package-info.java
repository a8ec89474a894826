/**
 * The exception for everything that the user can correct: a setting, a file, a column. The
 * packages that read settings, files and tables throw {@link io.sweepnet.spark.input.InputException}, and the command line prints its message as one line and exits with code 2. The
 * package depends on nothing else.
 */
package io.sweepnet.spark.input;
