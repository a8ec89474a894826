package io.sweepnet.spark.config;

/** The models a run trains: the values of {@code models}. */
public enum ModelKind implements Labelled {
    /** Trained by coordinate search. */
    SEARCH,
    /** Trained by Adam. */
    GRADIENT,
    /** Trained by coordinate search, then further by Adam. */
    HYBRID
}
