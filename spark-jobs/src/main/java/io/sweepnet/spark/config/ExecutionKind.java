package io.sweepnet.spark.config;

/** Where a search runs: the values of {@code search.execution}. */
public enum ExecutionKind implements Labelled {
    /** The program's own choice, by what it measures. */
    AUTO,
    /** In the driver's JVM. */
    DRIVER,
    /** The candidates of each step are split over the executors. */
    CANDIDATES,
    /** The rows of the table stay on the executors, and each step is summed over them there. */
    ROWS,
    /** The starts of a search are spread over the executors, each a whole search. */
    RESTARTS
}
