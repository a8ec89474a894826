/**
 * Random numbers and orders that depend on a seed and on what they are for, and on nothing else. Internal.
 *
 * <p>{@link io.sweepnet.random.HashRandom} hashes (seed, role, indices) to random bits, so that every process computes the
 * same number without communication. {@link io.sweepnet.random.RandomPermutation} and {@link io.sweepnet.random.Ordering}
 * sort positions by such bits or by any comparison. The package does not depend on any other.
 */
package io.sweepnet.random;
