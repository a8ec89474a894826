package io.sweepnet.spark.config;

/** What becomes of rows that lack a value: the values of {@code data.missing}. */
public enum MissingRows implements Labelled {
    /** They are an error. */
    FAIL,
    /** They are left out. */
    DROP
}
