/**
 * The incremental kernel: of a candidate only what it changes is computed, with the bits of the direct rule for any
 * activation and any loss. {@link io.sweepnet.search.kernel.incremental.IncrementalEvaluator} answers steps from the {@link
 * io.sweepnet.search.kernel.incremental.ValueLosses} of all candidates, of a table in this JVM or of remote rows. Other kernels
 * decide by the same losses what their own arithmetic leaves open.
 */
package io.sweepnet.search.kernel.incremental;
