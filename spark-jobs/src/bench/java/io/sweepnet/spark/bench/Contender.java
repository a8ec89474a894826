package io.sweepnet.spark.bench;

/** A way to train a network on a table that it has. */
interface Contender {

    /** As it stands in a table of results. */
    String name();

    /** Trains a network from the initial parameters of a seed. */
    ErrorTrace train(long seed);
}
