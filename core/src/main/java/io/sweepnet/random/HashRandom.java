package io.sweepnet.random;

/**
 * Random numbers as a pure function of (seed, role, indices), without the state of a generator.
 *
 * <p>The number of a parameter, a step or a row is the same in any order, thread or process that computes it, so executors
 * agree without communication. The mixing function is the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast Splittable
 * Pseudorandom Number Generators", OOPSLA 2014).
 */
public final class HashRandom {

    /** The purpose of a random number. Numbers of different roles are unrelated even if seed and indices are the same. */
    public enum Role {
        /** Initial value of a parameter; index: its flat position. */
        INITIAL_PARAMETER(1),
        /** Order of the parameters in a sweep; indices: sweep, flat position. */
        PARAMETER_ORDER(2),
        /** Rank of a candidate among equally good ones; indices: step, candidate. */
        TIE(3),
        /** Choice of the rows that are held out; indices: 0, position of the row in canonical order. */
        SPLIT(4),
        /** Order of the rows in an epoch of mini-batches; indices: epoch, row. */
        MINI_BATCH(5),
        /** Seed of a further start of a search; index: its number. */
        START(6),
        /** Choice of the training rows of a sample; index: position of the row in canonical order. */
        SAMPLE(7);

        private final long salt;

        Role(long salt) {
            this.salt = salt;
        }
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private HashRandom() {}

    /** Returns 64 random bits for (seed, role, index). */
    public static long bits(long seed, Role role, long index) {
        return absorb(absorb(mix(seed), role.salt), index);
    }

    /** Returns 64 random bits for (seed, role, first, second). */
    public static long bits(long seed, Role role, long first, long second) {
        return absorb(bits(seed, role, first), second);
    }

    /** Returns a number uniform in [0, 1), a multiple of 2^-53, for (seed, role, index). */
    public static double uniform(long seed, Role role, long index) {
        return (bits(seed, role, index) >>> 11) * 0x1.0p-53;
    }

    /**
     * Returns a random order of 0 .. size-1 for (seed, role, group): the positions sorted by their 64 bits, equal bits by
     * position.
     */
    public static int[] permutation(int size, long seed, Role role, long group) {
        return new RandomPermutation(size).of(seed, role, group);
    }

    private static long absorb(long hash, long value) {
        return mix(hash ^ mix(value + GOLDEN_GAMMA));
    }

    /** Returns the bijective finaliser of SplitMix64 (variant 13), applied after one step of its counter. */
    public static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
