package io.sweepnet.spark.config;

/** What is learned: the values of {@code data.task}. */
public enum Task implements Labelled {
    /** Text and booleans are classes, numbers are numbers. */
    AUTO,
    /** Numbers. */
    REGRESSION,
    /** Classes. */
    CLASSIFICATION
}
