package io.sweepnet.metric;

import java.util.Optional;

/**
 * The value of a metric on some rows.
 *
 * @param metric the name of the metric
 * @param ofClass the name of the class whose value it is; null for the value as a whole
 * @param value null if it is not defined; NaN if outputs of the network are
 * @param reason why it is not defined, if users should see that, such as {@code the rows are of one class only}
 */
public record MetricValue(String metric, String ofClass, Double value, Optional<String> reason) {

    public MetricValue {
        if (reason.isPresent() && value != null) {
            throw new IllegalArgumentException(
                    "metric '" + metric + "' has the value " + value + " and a reason to have none: " + reason.get());
        }
    }

    /** Returns a value of a class without a reason; {@code value} is null if it is not defined. */
    static MetricValue of(Metric metric, String ofClass, Double value) {
        return new MetricValue(metric.name(), ofClass, value, Optional.empty());
    }

    /** Returns a value as a whole; {@code value} is null if it is not defined. */
    static MetricValue ofWhole(Metric metric, Double value) {
        return of(metric, null, value);
    }

    /** Returns a value as a whole that is not defined, with the reason. */
    static MetricValue undefined(Metric metric, String reason) {
        return new MetricValue(metric.name(), null, null, Optional.of(reason));
    }
}
