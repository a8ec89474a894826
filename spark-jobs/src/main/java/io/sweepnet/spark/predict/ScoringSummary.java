package io.sweepnet.spark.predict;

import java.util.Optional;

/**
 * What came of a scoring.
 *
 * @param rows rows in, and out
 * @param scored rows that have a prediction
 * @param reason why one of the others has none, if there are any
 * @param known scored rows that show the target
 * @param metric the name of the metric that tells how good the predictions of those are
 * @param value its value, whose last bits depend on the order of sums; NaN where there are no such rows
 * @param unseen those whose class the model never saw
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
