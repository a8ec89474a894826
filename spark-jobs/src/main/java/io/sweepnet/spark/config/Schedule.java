package io.sweepnet.spark.config;

/** Which parameters move together: the values of {@code search.schedule}. */
public enum Schedule implements Labelled {
    /** One parameter after the other. */
    SEQUENTIAL
}
