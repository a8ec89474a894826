package io.sweepnet.spark.results;

/**
 * A row of {@link Table#HISTORY}: one iteration of one model. Everything but the run may be null.
 *
 * @param runId the run
 * @param model the model, such as {@code search}, {@code gradient}, {@code hybrid}
 * @param start which restart, 0 first: the chosen one, whose iterations alone are here
 * @param phase {@code search} (iterations are sweeps) or {@code gradient} (iterations are epochs)
 * @param iteration counts from 1 in each phase
 * @param loss training loss, in the target's own units: after a sweep, but before an epoch's first update
 * @param validationLoss loss on the validation rows after it
 * @param elapsedSeconds seconds since this restart began
 * @param candidateEvaluations candidates evaluated since this restart began; after a search with several, by all of them
 * @param accepted parameters that a candidate won in this sweep; null for an epoch
 * @param learningRate learning rate that this epoch leaves for the next; null for a sweep
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
