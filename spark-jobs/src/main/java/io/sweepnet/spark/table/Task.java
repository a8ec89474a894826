package io.sweepnet.spark.table;

/** The task of a model: the values of {@code data.task}. */
public enum Task {
    /** Classification for a target of text or booleans, regression for a target of numbers. */
    AUTO,
    /** The target holds numbers. */
    REGRESSION,
    /** The target holds classes. */
    CLASSIFICATION
}
