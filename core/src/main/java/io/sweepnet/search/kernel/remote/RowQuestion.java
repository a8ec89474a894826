package io.sweepnet.search.kernel.remote;

import java.io.Serializable;

/**
 * A question of an evaluator to remote rows. It is data that is sent to every process, where the {@link RowShards} of the same
 * kernel answer it.
 *
 * <p>Each kernel has its own question types, in its own package; {@link StatisticsQuestion} is common to all kernels. The
 * answers of shards are summed element by element, in any order.
 *
 * <pre>{@code
 * RowQuestion question = new StatisticsQuestion(step.parameter(), new double[] {-1, 0, 1}, 3);
 * double[] answer = remoteRows.ask(question);
 * }</pre>
 */
public interface RowQuestion extends Serializable {}
