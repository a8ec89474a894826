package io.sweepnet.random;

/**
 * Random numbers as a pure function of (seed, role, indices), with no generator state.
 *
 * <p>Whoever asks for the number that belongs to a parameter, a step or a row gets the same one, in whatever order,
 * thread or process it is asked for; that is what lets executors agree without talking. The mixing function is the
 * finaliser of SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014).
 */
public final class HashRandom {

    /** What a random number is for. Numbers of different roles are unrelated even where seed and indices agree. */
    public enum Role {
        /** Initial value of a parameter; index: its flat position. */
        INITIAL_PARAMETER(1),
        /** Order of the parameters in a sweep; indices: sweep, flat position. */
        PARAMETER_ORDER(2),
        /** Rank of a candidate among equally good ones; indices: step, candidate. */
        TIE(3),
        /** Which rows are held out; index: row in canonical order. */
        SPLIT(4),
        /** Order of the rows in an epoch of mini-batches; indices: epoch, row. */
        MINI_BATCH(5),
        /** Seed of a further start of a search; index: its number. */
        START(6),
        /** Which training rows a sample has; index: row in canonical order. */
        SAMPLE(7);

        private final long salt;

        Role(long salt) {
            this.salt = salt;
        }
    }

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private HashRandom() {}

    /** 64 random bits for (seed, role, index). */
    public static long bits(long seed, Role role, long index) {
        return absorb(absorb(mix(seed), role.salt), index);
    }

    /** 64 random bits for (seed, role, first, second). */
    public static long bits(long seed, Role role, long first, long second) {
        return absorb(bits(seed, role, first), second);
    }

    /** A number uniform in [0, 1), a multiple of 2^-53, for (seed, role, index). */
    public static double uniform(long seed, Role role, long index) {
        return (bits(seed, role, index) >>> 11) * 0x1.0p-53;
    }

    /**
     * A random order of 0 .. size-1 for (seed, role, group): the positions sorted by their 64 bits, equal ones by
     * position.
     */
    public static int[] permutation(int size, long seed, Role role, long group) {
        return new RandomPermutation(size).of(seed, role, group);
    }

    private static long absorb(long hash, long value) {
        return mix(hash ^ mix(value + GOLDEN_GAMMA));
    }

    /** The bijective finaliser of SplitMix64 (its variant 13), after one step of its counter. */
    public static long mix(long value) {
        long z = value + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
