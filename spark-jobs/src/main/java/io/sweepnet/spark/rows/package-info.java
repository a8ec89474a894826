/**
 * Tables that need not fit into any one machine: rows in canonical order on executors, split, scaled and cut into shards.
 * Public.
 *
 * <p>{@link io.sweepnet.spark.rows.DistributedTable} reads a {@link io.sweepnet.spark.table.packed.PackedTable} and sorts
 * its rows ({@code CanonicalSort}, {@code RowBytes}). {@link io.sweepnet.spark.rows.DistributedTable#split} assigns rows to
 * parts by their canonical positions and classes ({@code CanonicalPositions}, {@code RowFilter}), cuts each part into shards
 * ({@code ShardRdd}) and scales them ({@code PartMaker}). The result is a {@link io.sweepnet.spark.rows.DistributedSplit} of
 * {@link io.sweepnet.spark.rows.TablePart}s, over which {@link io.sweepnet.spark.execution.RowsExecution} searches.
 *
 * <p>The package depends on no network, loss or search.
 */
package io.sweepnet.spark.rows;
