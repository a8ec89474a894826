/**
 * Runs: {@link io.sweepnet.spark.run.Run} reads a table, trains the configured models and writes the result tables.
 *
 * <p>{@code TablePreparation} reads the table and prepares it as a {@code PreparedData}: split, scaled, and either in the
 * driver ({@code DriverTable}) or on executors ({@code ExecutorTable}). {@code ModelTrainer} trains the models on it,
 * {@code ModelMetrics} measures them, and {@code RunTables} converts them to rows. {@link
 * io.sweepnet.spark.run.Progress} receives the progress of a run, {@link io.sweepnet.spark.run.Cancellation} ends it
 * early. The package does not parse command lines and does not print. Internal.
 */
package io.sweepnet.spark.run;
