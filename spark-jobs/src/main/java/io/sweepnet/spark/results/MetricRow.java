package io.sweepnet.spark.results;

/**
 * A row of {@link ResultTable#METRICS}: one metric of one model on one split. Everything but the run may be null.
 *
 * @param runId id of the run
 * @param model the model
 * @param split the part of the rows on which it was computed, such as {@code train}, {@code validation}, {@code test}
 * @param metric its name: {@code loss}, or one that {@code io.sweepnet.metric.Metrics} lists
 * @param ofClass the class that it describes (column {@code class}); null for all classes
 * @param value the value; null where the metric is not defined
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
