/**
 * The result tables: their rows as records, one writer and one reader.
 *
 * <p>A {@link io.sweepnet.spark.results.ResultTable} takes its columns from the record that is its row. {@link
 * io.sweepnet.spark.results.ResultsFolder} keeps a Parquet file per table and run on a local disk or a Hadoop file
 * system: its {@code begin} gives a {@link io.sweepnet.spark.results.RunWriter} for a new run, its {@code read} returns
 * rows. Executors write large tables by {@link io.sweepnet.spark.results.SharedFiles}. {@code Storage} hides the file
 * system, {@code ParquetRows} the file format. The package does not use Spark, and does not compute what it stores.
 *
 * <p>Internal, except that the names and the columns of the tables are public. A column is added as a component of a
 * row's record; {@code ResultTableTest} and the documentation list all of them.
 */
package io.sweepnet.spark.results;
