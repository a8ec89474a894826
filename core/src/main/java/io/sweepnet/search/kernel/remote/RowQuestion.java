package io.sweepnet.search.kernel.remote;

import java.io.Serializable;

/**
 * A question that an evaluator asks of rows which may be spread over several processes. It is data that travels: what
 * answers it are the {@link RowShards} of the kernel that asks.
 *
 * <p>Each kernel has question types of its own, in its own package; {@link StatisticsQuestion} is common to all kernels.
 * The answers of shards are summed element by element, in any order.
 */
public interface RowQuestion extends Serializable {}
