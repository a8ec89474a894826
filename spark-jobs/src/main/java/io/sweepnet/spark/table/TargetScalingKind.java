package io.sweepnet.spark.table;

/** How a numeric target is scaled before training: the values of {@code data.target-scaling}. */
public enum TargetScalingKind {
    /** The target is not scaled. */
    NONE,
    /** The target is mapped to mean 0 and population standard deviation 1. */
    STANDARD
}
