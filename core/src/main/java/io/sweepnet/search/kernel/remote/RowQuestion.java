package io.sweepnet.search.kernel.remote;

import java.io.Serializable;

/**
 * A question of an evaluator to remote rows. It is data that is sent to every process, where the {@link RowShards} of the same
 * kernel answer it.
 *
 * <p>Each kernel has its own question types, in its own package; {@link StatisticsQuestion} is common to all kernels. The
 * answers of shards are summed element by element, in any order.
 */
public interface RowQuestion extends Serializable {}
