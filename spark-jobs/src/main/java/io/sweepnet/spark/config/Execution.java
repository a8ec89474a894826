package io.sweepnet.spark.config;

/** Where a search runs: the values of {@code search.execution}. */
public enum Execution implements Labelled {
    /** The program's own choice, for now the same as {@link #DRIVER}. */
    AUTO,
    /** In the driver's JVM. */
    DRIVER,
    /** The candidates of each step are split over the executors. */
    CANDIDATES,
    /** The starts of a search are spread over the executors, each a whole search. */
    RESTARTS
}
