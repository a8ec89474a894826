package io.sweepnet.spark.config;

/** What a step tries: the values of {@code search.candidates}. */
public enum CandidateKind implements Labelled {
    /** The points of a grid, or the values of a list. */
    GRID,
    /** The whole continuous range. */
    EXACT
}
