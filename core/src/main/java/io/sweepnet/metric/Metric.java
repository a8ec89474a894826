package io.sweepnet.metric;

import java.io.Serializable;

/**
 * A measure of how good a network's predictions are on some rows, each row counting by its weight. A metric has a direction:
 * an accuracy is better the higher it is, an error the lower.
 *
 * <p>A metric says what it gathers over rows, in a {@link MetricAccumulator}. Each shard of a table has an accumulator of its
 * own, to which the shard's rows are added in row order; the accumulators are merged in shard order. The values therefore have
 * the same bits wherever the shards are. A new metric is a class that extends one of these, and a line in {@link Metrics}:
 *
 * <ul>
 *   <li>{@link MeanMetric}: the weighted mean of one number per row, or a function of it;
 *   <li>{@link ClassCountMetric}: made of how often each class is, is predicted and is predicted rightly;
 *   <li>{@link SumMetric}: made of weighted sums of several numbers;
 *   <li>{@link CollectedMetric}: needs some numbers of every row, such as a median or a rank does.
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

    /** The name in tables, in lower case with underscores, such as {@code log_loss}. */
    String name();

    /** The name that people know it by, such as R². */
    default String title() {
        return name();
    }

    /** Whether it is of classes; else of numbers. */
    boolean isForClasses();

    /** Whether higher values are better; else lower ones are. */
    boolean higherIsBetter();

    /**
     * A new accumulator, which has no rows yet.
     *
     * @param target the target in all rows that will be added to the accumulator or to those merged into it
     */
    MetricAccumulator accumulator(TargetSummary target);
}
