/**
 * What a run is to do: records read from HOCON, the command line over a file over the built-in defaults. Every error is
 * an {@link io.sweepnet.spark.input.InputException} of one line that names the key, the value and what is allowed.
 */
package io.sweepnet.spark.config;
