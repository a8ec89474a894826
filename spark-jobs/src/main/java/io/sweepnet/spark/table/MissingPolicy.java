package io.sweepnet.spark.table;

/** What is done with rows that lack a value: the values of {@code data.missing}. */
public enum MissingPolicy {
    /** Such rows are an error. */
    FAIL,
    /** Such rows are left out. */
    DROP
}
