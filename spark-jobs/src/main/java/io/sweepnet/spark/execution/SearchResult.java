package io.sweepnet.spark.execution;

import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory;

/**
 * The result of a search.
 *
 * <pre>{@code
 * SearchResult result = execution.search(TrainingContext.NONE);
 * Network network = new Network(result.history().trained());
 * }</pre>
 *
 * @param starts the results of the starts; fewer than requested if the search was cancelled
 * @param history the history of the best start, with the trained parameters; its evaluations and time are those of all starts
 * @param report where the search ran
 */
public record SearchResult(Starts starts, TrainingHistory history, ExecutionReport report) {}
