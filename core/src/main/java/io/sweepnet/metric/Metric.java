package io.sweepnet.metric;

import java.io.Serializable;

/**
 * A measure of the quality of a network's predictions on some rows, each of which counts by its weight. A metric has a
 * direction: an accuracy is better if it is higher, an error if it is lower.
 *
 * <p>A {@link MetricAccumulator} gathers what the metric needs from rows. Each shard of a table has its own accumulator, to
 * which the shard's rows are added in row order; the accumulators are merged in shard order. The values therefore have the
 * same bits however the shards are distributed. A new metric extends one of these classes and is added to {@link Metrics}:
 *
 * <ul>
 *   <li>{@link MeanMetric}: the weighted mean of one number per row, or a function of it;
 *   <li>{@link ClassCountMetric}: a function of the weights of the rows that are of each class, predicted as it, or both;
 *   <li>{@link SumMetric}: a function of weighted sums of several numbers;
 *   <li>{@link CollectedMetric}: needs some numbers of every row, as a median or a rank does.
 * </ul>
 *
 * <p>For example, the mean squared error:
 *
 * <pre>{@code
 * final class MeanSquaredError extends MeanMetric {
 *     public String name() { return "mse"; }
 *     public boolean isForClasses() { return false; }
 *     public boolean higherIsBetter() { return false; }
 *     protected double weighted(PredictedRows rows, int row) {
 *         double residual = rows.prediction(row) - rows.target(row);
 *         return rows.weight(row) * residual * residual;
 *     }
 * }
 * }</pre>
 *
 * <p>Implementations are immutable.
 */
public interface Metric extends Serializable {

    /** Returns the name in tables, in lower case with underscores, such as {@code log_loss}. */
    String name();

    /** Returns the name for readers, such as R²; by default {@link #name()}. */
    default String title() {
        return name();
    }

    /** Returns whether the metric is for classification; otherwise it is for regression. */
    boolean isForClasses();

    /** Returns whether higher values are better; otherwise lower values are. */
    boolean higherIsBetter();

    /**
     * Returns a new accumulator without rows.
     *
     * @param target the summary of the target in all rows that will be added to this accumulator or to those merged into it
     */
    MetricAccumulator accumulator(TargetSummary target);
}
