package io.sweepnet.spark.channel;

import java.io.Serializable;

/** A message from a member to the coordinator of its run. Answers are plain arrays, which every class loader can read. */
@SuppressWarnings("ArrayRecordComponent") // messages are sent, not compared
sealed interface Message extends Serializable {

    /** Returns the number of the run. */
    long run();

    /** Returns the number of the member, from 0. */
    int member();

    /** The number of the attempt of the member's task; later attempts have higher numbers. */
    long attempt();

    /**
     * Announces that an attempt begins.
     *
     * @param location executor and host on which it runs, for messages
     */
    record Join(long run, int member, long attempt, String location) implements Message {}

    /**
     * A member's part of an exchange.
     *
     * @param exchange number of the exchange, from 0
     * @param sections number of sections of equal length in the partial, at least 1
     * @param isCheckpoint whether the outcome is a state from which attempts that join later continue
     * @param partial the numbers to reduce
     * @param reports reports to the driver; only the first member sends any
     */
    record Contribution(
            long run,
            int member,
            long attempt,
            int exchange,
            Reduction reduction,
            int sections,
            boolean isCheckpoint,
            double[] partial,
            double[][] reports)
            implements Message {}

    /** Asks for the outcome of an exchange, after the member has contributed to it. */
    record Poll(long run, int member, long attempt, int exchange) implements Message {}

    /** Announces that the member cannot continue and that another attempt would fail too. */
    record Failure(long run, int member, long attempt, String reason) implements Message {}
}
