/**
 * The one exception for what the user can mend: a setting, a file, a column. Every room of the program throws it, and the
 * command line prints its message as one line.
 */
package io.sweepnet.spark.input;
