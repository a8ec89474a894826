package io.sweepnet.random;

import io.sweepnet.random.HashRandom.Role;

/**
 * Random orders of 0 .. size-1 that are computed repeatedly without new arrays. Reuses its arrays from call to call; not for
 * use by several threads at once.
 */
public final class RandomPermutation {

    private final long[] keys;
    private final int[] first;
    private final int[] second;
    private final Ordering.PositionComparator byKey;

    /** Allocates the arrays for orders of a given size. */
    public RandomPermutation(int size) {
        keys = new long[size];
        first = new int[size];
        second = new int[size];
        byKey = (a, b) -> Long.compare(keys[a], keys[b]);
    }

    /**
     * Returns the order for (seed, role, group): the positions sorted by their 64 bits, equal bits by position; valid until
     * the next call.
     */
    public int[] of(long seed, Role role, long group) {
        for (int i = 0; i < keys.length; i++) {
            keys[i] = HashRandom.bits(seed, role, group, i);
        }
        return Ordering.ascending(first, second, byKey);
    }
}
