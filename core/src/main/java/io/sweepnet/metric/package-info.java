/**
 * Metrics: measures of the quality of a network's predictions. Training, scoring and reports take names, directions and
 * values from here; no other package computes metrics. The registry is {@link io.sweepnet.metric.Metrics}.
 *
 * <p>A {@link io.sweepnet.metric.Metric} creates a {@link io.sweepnet.metric.MetricAccumulator}, to which {@link
 * io.sweepnet.metric.PredictedRows} are added shard by shard; a {@link io.sweepnet.metric.Measurement} does so for several
 * metrics at once. A {@link io.sweepnet.metric.TargetSummary}, computed before, has the statistics of the target in all
 * rows, such as its mean. The package does not depend on training or search.
 *
 * <p>Conventions for all metrics:
 *
 * <ul>
 *   <li>A row counts by its weight; a row of weight 0 does not count, whatever the network's outputs are.
 *   <li>Numbers are in the target's own units, even if the target was scaled for the network.
 *   <li>The predicted class is that of the largest output, of equal ones the first; if the first output is NaN it is the
 *       first class. Probabilities are the softmax of the outputs, whatever the loss of the training.
 *   <li>Averages over classes are macro averages: each class counts the same. A class for which a metric is not defined does
 *       not count in its average.
 *   <li>A value that is not defined is null; outputs that are NaN give NaN in metrics of numbers and of probabilities.
 *   <li>Bits do not depend on how rows or shards are distributed: sums are taken in row order in a shard, and over shards in
 *       shard order.
 * </ul>
 */
package io.sweepnet.metric;
