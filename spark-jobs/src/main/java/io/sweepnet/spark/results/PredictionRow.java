package io.sweepnet.spark.results;

import java.util.List;

/**
 * A row of {@link ResultTable#PREDICTIONS}: the prediction of one model for one row of the data. Everything but the run may
 * be null.
 *
 * @param runId id of the run
 * @param model the model
 * @param split the split the row is in
 * @param row the row's position in reading order, from 0
 * @param id the row's value in the column that {@code data.id} names
 * @param target the target; for classes its index
 * @param prediction the prediction; for classes its index
 * @param targetLabel the target's class, null in regression
 * @param predictedLabel the predicted class, null in regression
 * @param scores for classes their probabilities (the softmax of the network's outputs), in the order of the classes;
 *     else only the prediction
 */
public record PredictionRow(
        String runId,
        String model,
        String split,
        Long row,
        String id,
        Double target,
        Double prediction,
        String targetLabel,
        String predictedLabel,
        List<Double> scores) {

    public PredictionRow {
        RunId.check(runId);
        scores = ColumnValues.copy(scores);
    }
}
