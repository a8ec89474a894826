/**
 * The configuration of a run: records read from HOCON, in which the command line overrides a file, which overrides the
 * built-in defaults ({@code defaults.conf}).
 *
 * <p>{@link io.sweepnet.spark.config.RunConfig} is the entry point. {@code Layers} merges the sources and checks the keys
 * against {@code KnownKeys}, {@code Settings} gives typed access by key, and the readers create the records from it. Every
 * error is an {@link io.sweepnet.spark.input.InputException} of one line that names the key, the value, what is allowed
 * and where the value is set. The package does not start Spark and does not read tables. Internal.
 */
package io.sweepnet.spark.config;
