package io.sweepnet.metric;

import java.io.Serializable;
import java.util.List;

/** The intermediate state of a {@link Metric} over rows. Mutable; not for use by several threads at once. */
public interface MetricAccumulator extends Serializable {

    /** Adds the next rows. */
    void add(PredictedRows rows);

    /**
     * Adds the state of another accumulator of the same metric, which has the next rows.
     *
     * @param next is not changed, and must not be changed afterwards
     */
    void merge(MetricAccumulator next);

    /** Returns the metric of all rows: first as a whole, then of each class in order if it has such values. */
    List<MetricValue> values();
}
