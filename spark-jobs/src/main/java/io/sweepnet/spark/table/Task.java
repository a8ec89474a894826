package io.sweepnet.spark.table;

/** What is learned: the values of {@code data.task}. */
public enum Task {
    /** Text and booleans are classes, numbers are numbers. */
    AUTO,
    /** Numbers. */
    REGRESSION,
    /** Classes. */
    CLASSIFICATION
}
