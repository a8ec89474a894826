package io.sweepnet.spark.results;

/**
 * A row of {@link ResultTable#STARTS}: one start of one model. Everything but the run may be null.
 *
 * @param runId id of the run
 * @param model the model
 * @param start index of the start, from 0
 * @param seed the seed of its initial parameters
 * @param initialLoss training loss before it
 * @param finalLoss training loss after it
 * @param iterations number of its sweeps
 * @param stopReason why it ended
 * @param wallSeconds its duration in seconds
 * @param chosen whether the model is the result of this start
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
