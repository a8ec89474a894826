package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import java.util.Arrays;

/**
 * The breakpoints on one side of the current value, each with the change of the sum's coefficients; in order of
 * distance after {@link #sort}.
 */
final class Breakpoints {

    /** Stands in place of a margin where nothing jumps. */
    static final double KINK = -1;

    private static final int FIRST_CAPACITY = 256;

    /** Bits of a positive long. */
    private static final int BITS = 63;

    /** Bits of a double; a finer division of the range is of no use. */
    private static final int MOST_BITS = 53;

    private int count;

    /** Distances from the current value, at least 0. */
    private double[] distances = new double[FIRST_CAPACITY];

    private double[] margins = new double[FIRST_CAPACITY];
    private int[] buckets = new int[FIRST_CAPACITY];
    private double[] changes = new double[FIRST_CAPACITY * PiecewiseQuadratic.COEFFICIENTS];

    /** The breakpoint at each position in the order of distances. */
    private int[] order = {};

    private long[] keys = {};

    /** Removes all breakpoints. */
    void clear() {
        count = 0;
    }

    /** Returns the number of breakpoints. */
    int count() {
        return count;
    }

    /**
     * Adds a breakpoint.
     *
     * @param bucket the bucket that it is in
     * @param distance distance from the current value, at least 0
     * @param margin error bound of the distance of a jump; {@link #KINK} where nothing jumps
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

    /** Removes the breakpoints of all buckets that are not kept. */
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

    /**
     * Sorts by distance, and equal distances in the order of adding. Sorts numbers that combine a rounded distance and
     * an index, since a comparator would need objects.
     */
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
            // If all distances are equal, this is NaN (0 times infinity), which becomes 0 as a long.
            keys[i] = (long) ((distances[i] - nearest) * scale) << indexBits | i;
        }
        Arrays.sort(keys, 0, count);
        for (int position = 0; position < count; position++) {
            order[position] = (int) (keys[position] & ((1L << indexBits) - 1));
        }
        repair();
    }

    /** Corrects the order of breakpoints whose distances the keys cannot distinguish. */
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

    /** Returns the distance of a breakpoint. */
    double distance(int position) {
        return distances[order[position]];
    }

    /** Returns the margin of a breakpoint; {@link #KINK} where nothing jumps. */
    double margin(int position) {
        return margins[order[position]];
    }

    /** Returns the bucket of a breakpoint. */
    int bucket(int position) {
        return buckets[order[position]];
    }

    /** Returns the change of a coefficient at a breakpoint. */
    double change(int position, int coefficient) {
        return changes[PiecewiseQuadratic.COEFFICIENTS * order[position] + coefficient];
    }

    /**
     * The sum of all rows on the current piece of a walk, as a function of the distance in the direction of the walk.
     */
    static final class Quadratic {

        /** A change below this share of the sizes that make up a sum is rounding. */
        private static final double FLAT = 1e-14;

        private final double[] c = new double[PiecewiseQuadratic.COEFFICIENTS];
        private final double[] largest = new double[PiecewiseQuadratic.COEFFICIENTS];
        private double sign;

        /** Enters a bucket from the side of the current value. */
        void enter(BucketSums sums, int bucket, boolean toTheRight) {
            sign = toTheRight ? 1 : -1;
            sums.coefficients(bucket, toTheRight, c, largest);
        }

        /** Crosses a breakpoint to the next piece. */
        void change(Breakpoints breakpoints, int position) {
            for (int k = 0; k < c.length; k++) {
                c[k] += breakpoints.change(position, k);
                largest[k] = Math.max(largest[k], Math.abs(c[k]));
            }
        }

        /** Returns the sum at a distance. */
        double sum(double distance) {
            double t = sign * distance;
            return c[0] + t * (2 * c[1] + t * c[2]);
        }

        /** Returns the slope at a distance, in the direction of the walk. */
        double slope(double distance) {
            return 2 * (sign * c[1] + c[2] * distance);
        }

        /** Returns the distance of the vertex; infinite or NaN where the piece is a line. */
        double vertex() {
            return -sign * c[1] / c[2];
        }

        /** Returns the error bound of the sum, without the rounding of the lines themselves. */
        double error(double distance) {
            return BucketSums.error(largest, 0, Math.abs(distance));
        }

        /** Returns the largest change of the sum between two distances that may be due to rounding. */
        double rounding(double from, double to) {
            double size = Math.max(Math.abs(from), Math.abs(to));
            return FLAT * (largest[0] + size * (2 * largest[1] + size * largest[2]));
        }

        /** Returns whether the piece is constant, without regard to rounding. */
        boolean isConstant() {
            return c[1] == 0 && c[2] == 0;
        }

        /** Returns whether the sum is constant between two distances, within rounding. */
        boolean isFlat(double from, double to) {
            double width = to - from;
            double rounding = rounding(from, to);
            return Math.abs(slope(from)) * width <= rounding && Math.abs(c[2]) * width * width <= rounding;
        }
    }

    /**
     * Jumps so close to each other that no value of the range is between them, so that rounding decides what the sum is
     * there. Where it may be lower than on both sides, the value there may be the best.
     */
    static final class JumpGroup {

        /** Distances that differ by this many units in the last place may be equal. */
        private static final double ULPS = 4;

        private final LocalMinima uncertainMinima;

        private int count;
        private double at;
        private double margin;
        private double before;
        private double after;
        private double lowest;

        /** Creates a group that offers its values to the given collection. */
        JumpGroup(LocalMinima uncertainMinima) {
            this.uncertainMinima = uncertainMinima;
        }

        void clear() {
            count = 0;
        }

        /** Adds a jump, with the sums before and after it. */
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

        /** Ends the group, since no further jump is near. */
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
