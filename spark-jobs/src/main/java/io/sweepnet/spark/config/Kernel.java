package io.sweepnet.spark.config;

/** How one JVM evaluates candidates: the values of {@code search.kernel}. */
public enum Kernel implements Labelled {
    /** The program's own choice. */
    AUTO,
    /** A full forward pass for each candidate, the reference. */
    DIRECT
}
