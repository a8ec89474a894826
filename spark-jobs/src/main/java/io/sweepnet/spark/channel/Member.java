package io.sweepnet.spark.channel;

import java.io.Serializable;
import java.util.Iterator;

/** What every task of a channel does, on its own partition of the rows or of the work. */
@FunctionalInterface
public interface Member<T> extends Serializable {

    /** Works through all exchanges, to the end. What it changes must be its own, for tasks share a JVM. */
    void run(Iterator<T> partition, StepExchange exchange) throws Exception;
}
