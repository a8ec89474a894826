/**
 * Internal: the incremental kernel, which computes only the units that a candidate changes, with the bits of the direct rule
 * for any activation and any loss.
 *
 * <p>{@link io.sweepnet.search.kernel.incremental.IncrementalEvaluator} answers steps from the {@link
 * io.sweepnet.search.kernel.incremental.ValueLosses} of all candidates. For a table in this JVM these are {@link
 * io.sweepnet.search.kernel.incremental.CandidateLosses}; for remote rows {@link
 * io.sweepnet.search.kernel.incremental.SummedLosses}, which ask the {@link
 * io.sweepnet.search.kernel.incremental.IncrementalShards} of every process. In both, {@code ShardSums} adds up the statistics
 * of a shard from the outputs that {@code StepTile} computes for a tile of rows.
 *
 * <p>Other kernels use the same losses to decide the choices that their own arithmetic leaves open.
 */
package io.sweepnet.search.kernel.incremental;
