package io.sweepnet.search;

import io.sweepnet.random.HashRandom;

/**
 * The rule which of several candidates with the same lowest loss wins: the one with the lowest rank. A rank depends on its
 * arguments only, so executors that each evaluate a share choose the same candidate without exchanging data.
 */
public enum Ties {
    /** The lowest index wins; the current value (index -1) wins over any candidate. */
    FIRST {
        @Override
        long rank(long seed, long step, int index) {
            return index;
        }
    },
    /**
     * The lowest hash of (seed, step, index) wins; the current value has such a hash too. A flat loss needs this rule: it lets
     * the search move over a plateau, which it could not leave if the first candidate always won.
     */
    RANDOM {
        @Override
        long rank(long seed, long step, int index) {
            return HashRandom.bits(seed, HashRandom.Role.TIE, step, index);
        }
    };

    /** Returns the rank of a candidate, or of the current value with index {@link Choice#STAY}; the lowest wins. */
    abstract long rank(long seed, long step, int index);
}
