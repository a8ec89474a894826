package io.sweepnet.metric;

import java.io.Serializable;
import java.util.List;

/** What a {@link Metric} gathers over rows. Mutable; not for use by several threads at once. */
public interface MetricAccumulator extends Serializable {

    /** Adds rows that follow those added so far. */
    void add(PredictedRows rows);

    /**
     * Adds what another accumulator of the same metric has gathered of the rows that follow.
     *
     * @param next is not changed, and must not be changed afterwards
     */
    void merge(MetricAccumulator next);

    /** The metric of all rows: first as a whole, then of each class in order where it has values of classes. */
    List<MetricValue> values();
}
