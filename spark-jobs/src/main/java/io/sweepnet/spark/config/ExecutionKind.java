package io.sweepnet.spark.config;

/** The executions of a search: the values of {@code search.execution}. */
public enum ExecutionKind implements Labelled {
    /** Chosen by the program from measurements. */
    AUTO,
    /** In the driver's JVM. */
    DRIVER,
    /** The candidates of each step are split over the executors. */
    CANDIDATES,
    /** The rows of the table stay on the executors, which sum the losses of each step over them. */
    ROWS,
    /** The starts of a search are distributed to the executors; each start is a whole search. */
    RESTARTS
}
