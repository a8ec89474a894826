/**
 * The results tables: their rows as records, one writer and one reader. A {@link io.sweepnet.spark.results.Table} takes its
 * columns from the record that is its row; {@link io.sweepnet.spark.results.ResultsFolder} keeps a Parquet file per table and
 * run on a local disk or on a file system of Hadoop. Needs no Spark: any Java program can read the tables with it.
 *
 * <p>A column is added as a component of a row's record; {@code TableTest} and the documentation list all of them.
 */
package io.sweepnet.spark.results;
