package io.sweepnet.spark.results;

/**
 * A row of {@link ResultTable#HISTORY}: one iteration of one model. Everything but the run may be null.
 *
 * @param runId id of the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param start index of the start from 0; only the chosen start has rows here
 * @param phase {@code search} (iterations are sweeps) or {@code gradient} (iterations are epochs)
 * @param iteration number of the iteration, from 1 in each phase
 * @param loss training loss, in the target's own units: after a sweep, or before the first update of an epoch
 * @param validationLoss loss on the validation rows after the iteration
 * @param elapsedSeconds seconds since this start began
 * @param candidateEvaluations number of candidates evaluated since this start began; after a search with several
 *     starts, in all of them
 * @param accepted number of parameters for which this sweep chose a candidate; null for an epoch
 * @param learningRate learning rate for the next epoch; null for a sweep
 */
public record HistoryRow(
        String runId,
        String model,
        Integer start,
        String phase,
        Integer iteration,
        Double loss,
        Double validationLoss,
        Double elapsedSeconds,
        Long candidateEvaluations,
        Integer accepted,
        Double learningRate) {

    public HistoryRow {
        RunId.check(runId);
    }
}
