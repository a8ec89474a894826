package io.sweepnet.spark.results;

/**
 * A row of {@link Table#STARTS}: one restart of one model. Everything but the run may be null.
 *
 * @param runId the run
 * @param model the model
 * @param start which restart, 0 first
 * @param seed the seed of its initial parameters
 * @param initialLoss training loss before it
 * @param finalLoss training loss after it
 * @param iterations sweeps it took
 * @param stopReason why it ended
 * @param wallSeconds how long it took, in seconds
 * @param chosen whether the model is this restart's
 */
public record StartRow(
        String runId,
        String model,
        Integer start,
        Long seed,
        Double initialLoss,
        Double finalLoss,
        Integer iterations,
        String stopReason,
        Double wallSeconds,
        Boolean chosen) {

    public StartRow {
        RunId.check(runId);
    }
}
