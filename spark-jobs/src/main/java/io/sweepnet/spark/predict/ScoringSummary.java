package io.sweepnet.spark.predict;

import java.util.Optional;

/**
 * The counts and the metric of a scoring.
 *
 * <pre>{@code
 * ScoringSummary summary = new Prediction(predictSettings).execute(spark, System.err::println);
 * long withoutPrediction = summary.rows() - summary.scored();
 * }</pre>
 *
 * @param rows number of rows read, which is the number written
 * @param scored number of rows that have a prediction
 * @param reason the reason why one of the other rows has none, if there are any
 * @param known number of scored rows that have the target
 * @param metric name of the metric of the predictions of those rows
 * @param value value of the metric, whose last bits depend on the order of summation; NaN if there are no such rows
 * @param unseen number of those rows whose class is not one of the model's
 * @param unseenClass one such class, if there are any
 */
public record ScoringSummary(
        long rows,
        long scored,
        Optional<String> reason,
        long known,
        String metric,
        double value,
        long unseen,
        Optional<String> unseenClass) {}
