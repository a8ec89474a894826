package io.sweepnet.spark.channel;

import java.io.Serializable;

/** What a member tells the coordinator of its run. Answers are arrays of plain numbers, which every class loader knows. */
@SuppressWarnings("ArrayRecordComponent") // messages are sent, not compared
sealed interface Message extends Serializable {

    /** Which run of all. */
    long run();

    /** Which member, from 0. */
    int member();

    /** Which attempt of the member's task: the higher the later. */
    long attempt();

    /**
     * An attempt begins.
     *
     * @param place where it runs, for messages
     */
    record Join(long run, int member, long attempt, String place) implements Message {}

    /**
     * A member's part of an exchange.
     *
     * @param isCheckpoint whether the outcome is a state from which attempts that join later go on
     * @param reports what the driver is to hear, of the first member alone
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

    /** A member that has contributed asks for the outcome. */
    record Poll(long run, int member, long attempt, int exchange) implements Message {}

    /** A member cannot go on, nor could another attempt. */
    record Failure(long run, int member, long attempt, String reason) implements Message {}
}
