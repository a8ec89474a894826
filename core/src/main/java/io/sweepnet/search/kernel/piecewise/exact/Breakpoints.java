package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
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
    private double[] distances = new double[FIRST_CAPACITY];

    private double[] margins = new double[FIRST_CAPACITY];
    private int[] buckets = new int[FIRST_CAPACITY];
    private double[] changes = new double[FIRST_CAPACITY * PiecewiseQuadratic.COEFFICIENTS];

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
        if (count == distances.length) {
            grow();
        }
        distances[count] = distance;
        margins[count] = margin;
        buckets[count] = bucket;
        int from = PiecewiseQuadratic.COEFFICIENTS * count;
        changes[from] = c0;
        changes[from + 1] = c1;
        changes[from + 2] = c2;
        count++;
    }

    private void grow() {
        int capacity = 2 * count;
        distances = Arrays.copyOf(distances, capacity);
        margins = Arrays.copyOf(margins, capacity);
        buckets = Arrays.copyOf(buckets, capacity);
        changes = Arrays.copyOf(changes, capacity * PiecewiseQuadratic.COEFFICIENTS);
    }

    /** Drops the breakpoints of all buckets but those kept. */
    void keep(boolean[] kept) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (kept[buckets[i]]) {
                distances[left] = distances[i];
                margins[left] = margins[i];
                buckets[left] = buckets[i];
                System.arraycopy(
                        changes,
                        PiecewiseQuadratic.COEFFICIENTS * i,
                        changes,
                        PiecewiseQuadratic.COEFFICIENTS * left,
                        PiecewiseQuadratic.COEFFICIENTS);
                left++;
            }
        }
        count = left;
    }

    /** Sorts by distance, of equal ones the first added first; without a comparator, since that would need objects. */
    void sort() {
        if (order.length < count) {
            order = new int[distances.length];
            keys = new long[distances.length];
        }
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int i = 0; i < count; i++) {
            nearest = Math.min(nearest, distances[i]);
            farthest = Math.max(farthest, distances[i]);
        }
        int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        double scale = (1L << Math.min(MOST_BITS, BITS - 1 - indexBits)) / (farthest - nearest);
        for (int i = 0; i < count; i++) {
            // All at one place: 0 times infinity is no number, and 0 as a long.
            keys[i] = (long) ((distances[i] - nearest) * scale) << indexBits | i;
        }
        Arrays.sort(keys, 0, count);
        for (int position = 0; position < count; position++) {
            order[position] = (int) (keys[position] & ((1L << indexBits) - 1));
        }
        repair();
    }

    /** Breakpoints closer than the keys tell apart may be in the wrong order. */
    private void repair() {
        for (int position = 1; position < count; position++) {
            int breakpoint = order[position];
            int to = position;
            while (to > 0 && distances[order[to - 1]] > distances[breakpoint]) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = breakpoint;
        }
    }

    double distance(int position) {
        return distances[order[position]];
    }

    double margin(int position) {
        return margins[order[position]];
    }

    int bucket(int position) {
        return buckets[order[position]];
    }

    double change(int position, int coefficient) {
        return changes[PiecewiseQuadratic.COEFFICIENTS * order[position] + coefficient];
    }

    /** The sum of all rows on the piece that a walk is on, over distances in the direction of the walk. */
    static final class Quadratic {

        /** A change of less than this share of what a sum is made of is rounding. */
        private static final double FLAT = 1e-14;

        private final double[] c = new double[PiecewiseQuadratic.COEFFICIENTS];
        private final double[] largest = new double[PiecewiseQuadratic.COEFFICIENTS];
        private double sign;

        /** Enters a bucket. */
        void enter(BucketSums sums, int bucket, boolean toTheRight) {
            sign = toTheRight ? 1 : -1;
            sums.coefficients(bucket, toTheRight, c, largest);
        }

        /** Goes on to the next piece. */
        void change(Breakpoints breakpoints, int position) {
            for (int k = 0; k < c.length; k++) {
                c[k] += breakpoints.change(position, k);
                largest[k] = Math.max(largest[k], Math.abs(c[k]));
            }
        }

        double sum(double distance) {
            double t = sign * distance;
            return c[0] + t * (2 * c[1] + t * c[2]);
        }

        double slope(double distance) {
            return 2 * (sign * c[1] + c[2] * distance);
        }

        double vertex() {
            return -sign * c[1] / c[2];
        }

        /** How far the sum may be off, but for the rounding of the lines themselves. */
        double error(double distance) {
            return BucketSums.error(largest, 0, Math.abs(distance));
        }

        /** Changes of a sum between two distances that may be rounding. */
        double rounding(double from, double to) {
            double size = Math.max(Math.abs(from), Math.abs(to));
            return FLAT * (largest[0] + size * (2 * largest[1] + size * largest[2]));
        }

        boolean isConstant() {
            return c[1] == 0 && c[2] == 0;
        }

        /** Whether the sum is the same between two distances but for rounding. */
        boolean isFlat(double from, double to) {
            double width = to - from;
            double rounding = rounding(from, to);
            return Math.abs(slope(from)) * width <= rounding && Math.abs(c[2]) * width * width <= rounding;
        }
    }

    /**
     * Jumps so close to each other that no value lies between them: what the sum is just there, rounding decides. Where it may
     * be lower than on both sides, the value there is a contender.
     */
    static final class JumpGroup {

        /** Distances as close as this many units in the last place may be the same. */
        private static final double ULPS = 4;

        private final LocalMinima uncertainMinima;

        private int count;
        private double at;
        private double margin;
        private double before;
        private double after;
        private double lowest;

        JumpGroup(LocalMinima uncertainMinima) {
            this.uncertainMinima = uncertainMinima;
        }

        void clear() {
            count = 0;
        }

        /** Adds a jump from one sum to another. */
        void add(BreakpointWalk walk, double jumpAt, double jumpMargin, double sumBefore, double sumAfter) {
            if (count > 0 && jumpAt - at > walk.resolution()) {
                close(walk);
            }
            if (count == 0) {
                at = jumpAt;
                margin = 0;
                before = sumBefore;
                lowest = sumBefore;
            }
            count++;
            margin = Math.max(margin, jumpMargin);
            lowest += Math.min(0, sumAfter - sumBefore);
            after = sumAfter;
        }

        /** No further jump is near. */
        void close(BreakpointWalk walk) {
            if (count > 1 && lowest < Math.min(before, after) - walk.error(at)) {
                double value = walk.value(at);
                double distance = walk.distance(value);
                double allowed = margin + ULPS * (Math.ulp(value) + Math.ulp(distance));
                if (Math.abs(distance - at) <= allowed) {
                    uncertainMinima.offer(value, lowest, walk.error(at));
                }
            }
            count = 0;
        }
    }
}
