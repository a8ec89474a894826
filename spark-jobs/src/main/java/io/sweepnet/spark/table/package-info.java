/**
 * Settings and values of tables: the files and their format ({@link io.sweepnet.spark.table.TableFiles}), the roles of
 * the columns ({@link io.sweepnet.spark.table.ColumnRoles}), the split and scaling ({@link
 * io.sweepnet.spark.table.Preparation}), and the table that was read ({@link io.sweepnet.spark.table.Table}). They are
 * plain values that do not depend on configuration files or the command line; only messages name settings by their
 * keys. Public.
 *
 * <p>A table is read by three packages, each of which depends only on those before it: {@code source} reads files or a
 * DataFrame, {@code survey} determines what the columns hold and which roles they have, {@code packed} holds the rows
 * packed by column, in the driver or on the executors. Its {@code PackedTable} is how a program opens a table.
 *
 * <pre>{@code
 * TableFiles files = TableFiles.of("wines.csv");
 * ColumnRoles roles = ColumnRoles.ofTarget("quality");
 * Table table = PackedTable.open(spark, files, roles).collect();
 * }</pre>
 */
package io.sweepnet.spark.table;
