package io.sweepnet.spark.execution;

import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory;

/**
 * What a search found.
 *
 * @param starts what each start did; fewer than were asked for where the search was cancelled
 * @param history the history of the best start, which has the trained parameters, with the evaluations and the time of all
 * @param report where it was done
 */
public record SearchResult(Starts starts, TrainingHistory history, ExecutionReport report) {}
