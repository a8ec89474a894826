package io.sweepnet.spark.table;

/** What becomes of rows that lack a value: the values of {@code data.missing}. */
public enum MissingPolicy {
    /** They are an error. */
    FAIL,
    /** They are left out. */
    DROP
}
