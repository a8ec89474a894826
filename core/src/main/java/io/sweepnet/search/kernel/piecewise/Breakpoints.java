package io.sweepnet.search.kernel.piecewise;

import java.util.Arrays;

/** Breakpoints on one side of the current value, with what changes there; in order of distance once they are sorted. */
final class Breakpoints {

    /** In place of a margin: nothing jumps here. */
    static final double KINK = -1;

    private static final int FIRST_CAPACITY = 256;

    /** Bits of a positive long. */
    private static final int BITS = 63;

    /** Shares of the range finer than a double tells apart are of no use. */
    private static final int MOST_BITS = 53;

    private int count;

    /** Distances, at least 0. */
    private double[] at = new double[FIRST_CAPACITY];

    private double[] margins = new double[FIRST_CAPACITY];
    private int[] buckets = new int[FIRST_CAPACITY];
    private double[] changes = new double[FIRST_CAPACITY * PieceSums.COEFFICIENTS];

    /** The order of distances: the breakpoint at a place. */
    private int[] order = {};

    private long[] keys = {};

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /**
     * Adds a breakpoint.
     *
     * @param margin how far off a jump may be; {@link #KINK} where nothing jumps
     */
    void add(int bucket, double distance, double margin, double c0, double c1, double c2) {
        if (count == at.length) {
            grow();
        }
        at[count] = distance;
        margins[count] = margin;
        buckets[count] = bucket;
        int from = PieceSums.COEFFICIENTS * count;
        changes[from] = c0;
        changes[from + 1] = c1;
        changes[from + 2] = c2;
        count++;
    }

    private void grow() {
        int capacity = 2 * count;
        at = Arrays.copyOf(at, capacity);
        margins = Arrays.copyOf(margins, capacity);
        buckets = Arrays.copyOf(buckets, capacity);
        changes = Arrays.copyOf(changes, capacity * PieceSums.COEFFICIENTS);
    }

    /** Drops the breakpoints of all buckets but those kept. */
    void keep(boolean[] kept) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (kept[buckets[i]]) {
                at[left] = at[i];
                margins[left] = margins[i];
                buckets[left] = buckets[i];
                System.arraycopy(
                        changes,
                        PieceSums.COEFFICIENTS * i,
                        changes,
                        PieceSums.COEFFICIENTS * left,
                        PieceSums.COEFFICIENTS);
                left++;
            }
        }
        count = left;
    }

    /** Sorts by distance, of equal ones the first added first; without a comparator, since that would need objects. */
    void sort() {
        if (order.length < count) {
            order = new int[at.length];
            keys = new long[at.length];
        }
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int i = 0; i < count; i++) {
            nearest = Math.min(nearest, at[i]);
            farthest = Math.max(farthest, at[i]);
        }
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        double scale = (1L << Math.min(MOST_BITS, BITS - 1 - indexBits)) / (farthest - nearest);
        for (int i = 0; i < count; i++) {
            // All at one place: 0 times infinity is no number, and 0 as a long.
            keys[i] = (long) ((at[i] - nearest) * scale) << indexBits | i;
        }
        Arrays.sort(keys, 0, count);
        for (int place = 0; place < count; place++) {
            order[place] = (int) (keys[place] & ((1L << indexBits) - 1));
        }
        repair();
    }

    /** Breakpoints closer than the keys tell apart may be in the wrong order. */
    private void repair() {
        for (int place = 1; place < count; place++) {
            int moved = order[place];
            int to = place;
            while (to > 0 && at[order[to - 1]] > at[moved]) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = moved;
        }
    }

    double at(int place) {
        return at[order[place]];
    }

    double margin(int place) {
        return margins[order[place]];
    }

    int bucket(int place) {
        return buckets[order[place]];
    }

    double change(int place, int coefficient) {
        return changes[PieceSums.COEFFICIENTS * order[place] + coefficient];
    }
}
