/**
 * Opens tables and holds their rows packed by column: collected in the driver, or in blocks on the executors. Public.
 *
 * <p>{@link io.sweepnet.spark.table.packed.PackedTable} is the entry: it opens files or a DataFrame and takes their rows
 * in the roles of {@link io.sweepnet.spark.table.ColumnRoles}. The executors pack them into pieces of consecutive rows of a file
 * ({@code PackFunction}, {@code PackedRows}). {@code collect()} merges the pieces to a {@code Table} in the driver;
 * {@code onExecutors()} keeps them as {@link io.sweepnet.spark.table.packed.RowBlocks}. Both decide and report by
 * {@code survey}, so that they give the same rows, notes and errors. The package does not split or scale.
 */
package io.sweepnet.spark.table.packed;
