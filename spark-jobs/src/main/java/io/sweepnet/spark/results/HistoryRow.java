package io.sweepnet.spark.results;

/**
 * A row of {@link Table#HISTORY}: one iteration of one model. Everything but the run may be null.
 *
 * @param runId the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param start which restart, 0 first
 * @param phase {@code search} (iterations are sweeps) or {@code gradient} (iterations are epochs)
 * @param iteration the iteration, 0 for the state before the first
 * @param loss training loss after it, in the target's own units
 * @param validationLoss loss on the validation rows after it
 * @param elapsedSeconds seconds since the phase began
 * @param candidateEvaluations candidates evaluated since the phase began
 * @param accepted parameters this sweep changed
 * @param learningRate learning rate of this epoch
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
