package io.sweepnet.spark.results;

/**
 * A row of {@link Table#METRICS}: one metric of one model on one split. Everything but the run may be null.
 *
 * @param runId the run
 * @param model the model
 * @param split the rows it was measured on, such as {@code train}, {@code validation}, {@code test}
 * @param metric its name: {@code loss}, or one that {@code io.sweepnet.metric.Metrics} lists
 * @param ofClass the class it is about (column {@code class}), null for the whole
 * @param value the value, null where the metric is not defined
 */
public record MetricRow(
        String runId,
        String model,
        String split,
        String metric,
        @Column("class") String ofClass,
        Double value) {

    public MetricRow {
        RunId.check(runId);
    }
}
