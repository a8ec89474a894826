package io.sweepnet.search;

import io.sweepnet.random.HashRandom;

/**
 * Which of several candidates with the same lowest loss wins: the one of the lowest rank. A rank depends on nothing but
 * its arguments, so executors that each see a share agree without talking.
 */
public enum Ties {
    /** The lowest index; staying at the current value (index -1) before any candidate. */
    FIRST {
        @Override
        long rank(long seed, long step, int index) {
            return index;
        }
    },
    /**
     * A hash of (seed, step, index), for the current value too. A loss that is flat almost everywhere needs it: it lets
     * the search wander over a plateau, where the first candidate would hold it in place.
     */
    RANDOM {
        @Override
        long rank(long seed, long step, int index) {
            return HashRandom.bits(seed, HashRandom.Role.TIE, step, index);
        }
    };

    abstract long rank(long seed, long step, int index);
}
