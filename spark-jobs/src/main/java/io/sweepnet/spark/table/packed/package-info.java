/**
 * Holds the rows of a table packed by column: collected in the driver, or in blocks on the executors.
 *
 * <p>{@link io.sweepnet.spark.table.packed.PackedTable} is the entry: it takes the rows of a {@code SourceTable} in the
 * roles of {@code ColumnRoles}. The executors pack them into pieces of consecutive rows of a file
 * ({@code PackFunction}, {@code PackedRows}). {@code collect()} merges the pieces to a {@code Table} in the driver;
 * {@code onExecutors()} keeps them as {@link io.sweepnet.spark.table.packed.RowBlocks}. Both decide and report by
 * {@code survey}, so that they give the same rows, notes and errors. The package does not split or scale.
 *
 * <p>{@code PackedTable}, {@code RowBlocks} and {@code RowBlock} are public; the other types are internal.
 */
package io.sweepnet.spark.table.packed;
