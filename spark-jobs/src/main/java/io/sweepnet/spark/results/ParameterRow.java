package io.sweepnet.spark.results;

/**
 * A row of {@link ResultTable#PARAMETERS}: one weight or bias of one model. Everything but the run may be null.
 *
 * @param runId id of the run
 * @param model the model
 * @param layer index of its layer, from 0
 * @param kind {@code weight} or {@code bias}
 * @param unit index of its unit in that layer, from 0
 * @param input index of its input of that unit, from 0; null for a bias
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
