/**
 * Metrics: how good a network's predictions are. Training, scoring and reports take names, directions and values from here; no
 * other package counts.
 *
 * <p>A {@link io.sweepnet.metric.Metric} makes a {@link io.sweepnet.metric.MetricAccumulator}, to which
 * {@link io.sweepnet.metric.PredictedRows} are added shard by shard; a {@link io.sweepnet.metric.Measurement} does so for
 * several metrics at once. Before it, a {@link io.sweepnet.metric.TargetSummary} tells what the target is like in all rows,
 * such as its mean.
 *
 * <p>Conventions for all metrics:
 *
 * <ul>
 *   <li>A row counts by its weight; a row of weight 0 does not count, whatever the network's outputs are.
 *   <li>Numbers are in the target's own units, also where the target was scaled for the network.
 *   <li>The predicted class is that of the largest output, of equal ones the first; where the first output is NaN it is the first
 *       class. Probabilities are the softmax of the outputs, whatever the loss trained on.
 *   <li>Averages over classes are macro averages: each class counts the same. A class where a metric is not defined does not
 *       count in its average.
 *   <li>A value that is not defined is null; outputs that are NaN give NaN in metrics of numbers and of probabilities.
 *   <li>Bits do not depend on where rows are or on how shards are spread: sums are made in row order in a shard, and over shards
 *       in shard order.
 * </ul>
 */
package io.sweepnet.metric;
