package io.sweepnet.spark.table;

/** How a numeric target is mapped before learning: the values of {@code data.target-scaling}. */
public enum TargetScalingKind {
    /** As it is. */
    NONE,
    /** Mean 0, population deviation 1. */
    STANDARD
}
