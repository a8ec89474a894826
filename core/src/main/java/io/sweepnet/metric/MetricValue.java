package io.sweepnet.metric;

import java.util.Optional;

/**
 * The value of a metric on some rows.
 *
 * @param metric the name of the metric
 * @param ofClass the name of the class that it is about; null for the whole
 * @param value null where it is not defined; NaN where outputs of the network are
 * @param reason why it is not defined, where that should be told, such as {@code the rows are of one class only}
 */
public record MetricValue(String metric, String ofClass, Double value, Optional<String> reason) {

    public MetricValue {
        if (reason.isPresent() && value != null) {
            throw new IllegalArgumentException(
                    "metric '" + metric + "' has the value " + value + " and a reason to have none: " + reason.get());
        }
    }

    /** A value without a reason to be told; null where it is not defined. */
    static MetricValue of(Metric metric, String ofClass, Double value) {
        return new MetricValue(metric.name(), ofClass, value, Optional.empty());
    }

    /** The value as a whole; null where it is not defined. */
    static MetricValue ofWhole(Metric metric, Double value) {
        return of(metric, null, value);
    }

    /** No value as a whole. */
    static MetricValue undefined(Metric metric, String reason) {
        return new MetricValue(metric.name(), null, null, Optional.of(reason));
    }
}
