/**
 * Tables: where they lie, what their columns are for, and what comes of reading them. The records here are plain values
 * that know no configuration file and no command line.
 *
 * <p>Reading goes through three rooms, each of which knows only those before it: {@code source} opens files or a DataFrame,
 * {@code survey} finds out what the columns hold and which of them serve as what, {@code packed} holds the rows packed by
 * column, in the driver or on the executors.
 *
 * <pre>{@code
 * TableFiles files = TableFiles.of("wines.csv");
 * ColumnRoles roles = ColumnRoles.ofTarget("quality");
 * Table table = PackedTable.of(SourceTable.open(spark, files, roles), roles).collect();
 * }</pre>
 */
package io.sweepnet.spark.table;
