/**
 * Tables of numbers and what is done to them before training: canonical order, split and scaling.
 *
 * <p>A {@link io.sweepnet.data.Dataset} has features, targets and weights by column. Its canonical order, by {@link
 * io.sweepnet.data.RowContent}, depends on the content of the rows only, and {@link io.sweepnet.data.Shards} divides it into
 * contiguous groups, in whose order all sums are taken. A {@link io.sweepnet.data.Split} gives training, validation and test
 * rows; {@link io.sweepnet.data.FeatureScaling} and {@link io.sweepnet.data.TargetScaling} are fitted on the training rows.
 *
 * <p>Everything that is computed from all rows can also be merged from parts, with the same bits, for tables whose rows are
 * distributed: {@link io.sweepnet.data.ColumnSums}, {@link io.sweepnet.data.SplitPlan}, {@link io.sweepnet.data.TableFacts}
 * and {@link io.sweepnet.data.ContentDigest}. The package does not depend on networks, losses or files.
 */
package io.sweepnet.data;
