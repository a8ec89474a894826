package io.sweepnet.spark.channel;

import java.io.Serializable;
import java.util.Iterator;

/**
 * The work that every task of a channel does on its own partition.
 *
 * @param <T> elements of the partitions
 */
@FunctionalInterface
public interface Member<T> extends Serializable {

    /** Makes all exchanges, to the end of the run. It must not change shared state, since several tasks may share a JVM. */
    void run(Iterator<T> partition, StepExchange exchange) throws Exception;
}
