package io.sweepnet.spark.predict;

import java.util.Optional;

/**
 * What came of a scoring.
 *
 * @param rows rows in, and out
 * @param scored rows that have a prediction
 * @param reason why one of the others has none, if there are any
 * @param known scored rows that show the target
 * @param meanError of those: the mean squared error of numbers, whose last bits depend on the order of sums, or the share of
 *     wrong classes; NaN where there are none
 * @param unseen those whose class the model never saw
 * @param unseenClass one such class, if there are any
 */
public record ScoringSummary(
        long rows,
        long scored,
        Optional<String> reason,
        long known,
        double meanError,
        long unseen,
        Optional<String> unseenClass) {}
