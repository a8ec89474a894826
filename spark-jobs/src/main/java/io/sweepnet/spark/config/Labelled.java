package io.sweepnet.spark.config;

/** A choice that has a name in configurations, results and messages. */
public interface Labelled {

    /** The constant's name in Java. */
    String name();

    /** The name users write and read, for example {@code target-scaling}. */
    default String label() {
        return Labels.of(name());
    }
}
