package io.sweepnet.spark.config;

/** How a numeric target is mapped before learning: the values of {@code data.target-scaling}. */
public enum TargetScalingKind implements Labelled {
    /** As it is. */
    NONE,
    /** Mean 0, population deviation 1. */
    STANDARD
}
