/**
 * How a kernel searches a table whose rows are remote, in any number of processes. The evaluator has no rows: it
 * asks {@link io.sweepnet.search.kernel.remote.RemoteRows} a {@link io.sweepnet.search.kernel.remote.RowQuestion}, the question
 * is sent to the {@link io.sweepnet.search.kernel.remote.RowShards} of every process, and the sum of their answers is returned.
 * Only questions and arrays of numbers are sent, so this package depends on no kernel and not on Spark.
 *
 * <p>A kernel that serves remote rows has three kinds of types in its own package: question types, which implement {@code
 * RowQuestion}; shards that answer them, and {@link io.sweepnet.search.kernel.remote.StatisticsQuestion} if the kernel uses the
 * direct rule; and an evaluator that is created from {@link io.sweepnet.data.TableFacts} and {@code RemoteRows}. No type of
 * this package has to be changed for it.
 */
package io.sweepnet.search.kernel.remote;
