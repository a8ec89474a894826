/**
 * Scores tables of any size with a trained model, on the executors. Public.
 *
 * <p>{@link io.sweepnet.spark.predict.ScoringModel} reads a model file, {@link io.sweepnet.spark.predict.PredictSettings} has
 * what to score and where to write, {@link io.sweepnet.spark.predict.Prediction} carries it out and returns a {@link
 * io.sweepnet.spark.predict.ScoringSummary}. Inside, {@code ScoreFunction} adds the {@code ScoredColumns} to the rows of each
 * partition, {@code KnownTarget} compares predictions with the target in rows that have it, {@code ScoredTable} writes the
 * result, and {@code OutputFolder} publishes it only when it is complete.
 *
 * <p>The package depends on no configuration file and no command line, but its messages name the options of {@code predict}.
 */
package io.sweepnet.spark.predict;
