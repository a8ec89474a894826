/**
 * Determines what the columns of a table hold, which of them are features, target, weight and id, and how the target's
 * cells become numbers. Internal.
 *
 * <p>A {@link io.sweepnet.spark.table.survey.ReadPlan} lists the columns to read. What is found in their cells ({@link
 * io.sweepnet.spark.table.survey.CellSurvey}, merged to a {@link io.sweepnet.spark.table.survey.TableSurvey}) decides
 * the {@link io.sweepnet.spark.table.survey.ChosenColumns}; what is found in the rows ({@link
 * io.sweepnet.spark.table.survey.RowSurvey}) gives the {@link io.sweepnet.spark.table.survey.TargetCoding} and, by
 * {@link io.sweepnet.spark.table.survey.RowChecks}, the description of the table. Surveys of parts of files are merged
 * in reading order, so that notes and errors are the same wherever the rows are held. The package starts no Spark job:
 * {@code packed} does.
 */
package io.sweepnet.spark.table.survey;
