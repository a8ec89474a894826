package io.sweepnet.spark.table;

/** How rows that lack a value are treated: the values of {@code data.missing}. */
public enum MissingPolicy {
    /** Such rows are an error. */
    FAIL,
    /** Such rows are left out. */
    DROP
}
