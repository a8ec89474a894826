package io.sweepnet.spark.config;

/** The candidates of a step: the values of {@code search.candidates}. */
public enum CandidateKind implements Labelled {
    /** The points of a grid, or the values of a list. */
    GRID,
    /** All values of a continuous range. */
    EXACT
}
