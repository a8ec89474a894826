package io.sweepnet.spark.results;

/**
 * A row of {@link Table#PARAMETERS}: one weight or bias of one model. Everything but the run may be null.
 *
 * @param runId the run
 * @param model the model
 * @param layer the layer it belongs to
 * @param kind {@code weight} or {@code bias}
 * @param unit the unit of that layer
 * @param input the input of that unit, null for a bias
 * @param initialValue its value before training (column {@code initial})
 * @param finalValue its value after training (column {@code final})
 */
public record ParameterRow(
        String runId,
        String model,
        Integer layer,
        String kind,
        Integer unit,
        Integer input,
        @Column("initial") Double initialValue,
        @Column("final") Double finalValue) {

    public ParameterRow {
        RunId.check(runId);
    }
}
