package io.sweepnet.spark.config;

/** An enum constant with a name for configurations, results and messages. */
public interface Labelled {

    /** The constant's name in Java. */
    String name();

    /** Returns the name in configurations, results and messages, for example {@code target-scaling}. */
    default String label() {
        return Labels.of(name());
    }
}
