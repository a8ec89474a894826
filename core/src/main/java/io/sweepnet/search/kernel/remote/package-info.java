/**
 * How a kernel searches a table whose rows are spread over several processes. The evaluator has no rows: it asks {@link
 * io.sweepnet.search.kernel.remote.RemoteRows} a {@link io.sweepnet.search.kernel.remote.RowQuestion}, the question travels to the
 * {@link io.sweepnet.search.kernel.remote.RowShards} of every process, and the sum of their answers comes back. What travels
 * are questions and arrays of numbers alone, so this package knows no kernel and no Spark.
 *
 * <p>A kernel that is to serve such rows brings three things in its own package: question types, which implement {@code
 * RowQuestion}; shards that answer them, and {@link io.sweepnet.search.kernel.remote.StatisticsQuestion} where the direct rule
 * is to decide; and an evaluator that is made from {@link io.sweepnet.data.TableFacts} and {@code AllRows}. Nothing here
 * changes for it.
 */
package io.sweepnet.search.kernel.remote;
