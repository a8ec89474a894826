package io.sweepnet.data;

import io.sweepnet.random.HashRandom;
import io.sweepnet.random.Ordering;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The rows of each class in random order: sorted by random bits, which are a hash of the row's position in canonical order.
 * The n-th row is found without sorting all rows: a histogram of the leading bits gives the bucket that has it, and only
 * that bucket is sorted.
 */
final class RandomSelection {

    /** Base-2 logarithm of the approximate upper bound of the number of buckets of all classes together. */
    private static final int MOST_BUCKETS_LOG2 = 22;

    /**
     * The last row of a leading part of the random order.
     *
     * @param bits the row's random bits
     * @param position its position in canonical order, by which rows of equal bits are ordered
     */
    record Bound(long bits, int position) implements Serializable {

        private static final Bound BEFORE_ALL = new Bound(Long.MIN_VALUE, -1);
        private static final Bound AFTER_ALL = new Bound(Long.MAX_VALUE, Integer.MAX_VALUE);

        /** Returns whether a row is this one or before it in the random order. */
        boolean includes(long rowBits, int rowPosition) {
            return rowBits < bits || (rowBits == bits && rowPosition <= position);
        }
    }

    private final int rows;
    private final IntUnaryOperator classAt;
    private final long seed;
    private final int logBuckets;
    private final int[] sizes;

    /**
     * Numbers of rows by class and bucket: class k has the {@code 1 << logBuckets} entries from {@code k << logBuckets} on.
     */
    private final int[] histogram;

    /**
     * @param classAt returns the class of the row at a position in canonical order; called in ascending order of positions
     */
    RandomSelection(int rows, int classes, IntUnaryOperator classAt, long seed) {
        this.rows = rows;
        this.classAt = classAt;
        this.seed = seed;
        int wanted = Math.min(MOST_BUCKETS_LOG2 - log2(classes), log2(rows));
        logBuckets = Math.max(1, wanted);
        sizes = new int[classes];
        histogram = new int[Math.multiplyExact(classes, 1 << logBuckets)];
        for (int position = 0; position < rows; position++) {
            int k = classAt.applyAsInt(position);
            sizes[k]++;
            histogram[bucket(k, bits(seed, position))]++;
        }
    }

    /** Returns the random bits by which a row is ordered. */
    static long bits(long seed, int position) {
        return HashRandom.bits(seed, HashRandom.Role.SPLIT, 0, position);
    }

    /** Returns the number of rows of each class, [class]. */
    int[] sizes() {
        return sizes.clone();
    }

    private int bucket(int k, long bits) {
        return (k << logBuckets) + (int) ((bits ^ Long.MIN_VALUE) >>> (Long.SIZE - logBuckets));
    }

    /**
     * Returns for each class the last one of the given number of its first rows in random order, [class].
     *
     * @param counts numbers of first rows, [class]
     */
    Bound[] last(int[] counts) {
        Bound[] bounds = new Bound[counts.length];
        int[] rankInBucket = new int[counts.length];
        Bucket[] buckets = new Bucket[histogram.length];
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] == 0 || counts[k] == sizes[k]) {
                bounds[k] = counts[k] == 0 ? Bound.BEFORE_ALL : Bound.AFTER_ALL;
                continue;
            }
            int bucket = k << logBuckets;
            int rank = counts[k] - 1;
            while (rank >= histogram[bucket]) {
                rank -= histogram[bucket++];
            }
            rankInBucket[k] = rank;
            buckets[bucket] = new Bucket(k, histogram[bucket]);
        }
        fill(buckets);
        for (Bucket bucket : buckets) {
            if (bucket != null) {
                bounds[bucket.k] = bucket.at(rankInBucket[bucket.k]);
            }
        }
        return bounds;
    }

    private void fill(Bucket[] buckets) {
        if (Arrays.stream(buckets).allMatch(bucket -> bucket == null)) {
            return;
        }
        for (int position = 0; position < rows; position++) {
            long bits = bits(seed, position);
            Bucket bucket = buckets[bucket(classAt.applyAsInt(position), bits)];
            if (bucket != null) {
                bucket.add(bits, position);
            }
        }
    }

    /** The rows of one bucket of one class. */
    private static final class Bucket {

        private final int k;
        private final long[] bits;
        private final int[] positions;
        private int size;

        Bucket(int k, int rows) {
            this.k = k;
            bits = new long[rows];
            positions = new int[rows];
        }

        void add(long rowBits, int position) {
            bits[size] = rowBits;
            positions[size++] = position;
        }

        Bound at(int rank) {
            // Rows were added by position, and rows of equal bits keep their order.
            int row = Ordering.ascending(size, (a, b) -> Long.compare(bits[a], bits[b]))[rank];
            return new Bound(bits[row], positions[row]);
        }
    }

    private static int log2(int number) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(number);
    }
}
