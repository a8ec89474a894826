package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.PiecewiseQuadratic;
import java.util.Arrays;

/**
 * The sums of a continuous range, divided into even buckets: the sums at their edges, a bound of how far the sum may
 * fall below them inside, and the breakpoints, of all buckets if they are few, else of the buckets that may contain the
 * lowest sum.
 *
 * <p>Distances are from the current value, which may be outside the range. Bucket k is between edges k and k + 1.
 */
final class BucketSums implements PieceCollector {

    private final PiecewiseQuadratic edges = new PiecewiseQuadratic();
    private final Breakpoints right = new Breakpoints();
    private final Breakpoints left = new Breakpoints();
    private final UncertainStretches uncertain = new UncertainStretches();

    private final int capacity;
    private int buckets;

    /** Distances of the edges from the current value, [edge]. */
    private double[] distances = {};

    /** The results of {@link PiecewiseQuadratic#evaluate} and {@link PiecewiseQuadratic#trace} at the edges. */
    private double[] sums = {};

    private double[] errors = {};
    private double[] trace = {};

    /** Lower bound, at most 0, of the change of a sum inside each bucket, [bucket]. */
    private double[] lowestChanges = {};

    private boolean[] kept = {};

    /** Work space. */
    private final double[] c = new double[PiecewiseQuadratic.COEFFICIENTS];

    private final double[] largest = new double[PiecewiseQuadratic.COEFFICIENTS];

    private boolean isSecondPass;
    private boolean isComplete;

    private double nearestRight;
    private double nearestLeft;
    private double marginRight;
    private double marginLeft;

    /** The distance of the jump reported last, whose change follows, and its margin. */
    private double jumpAt;

    private double jumpMargin;

    /** @param capacity with more breakpoints than this, a second pass collects those of the buckets that are kept */
    BucketSums(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Begins the first pass.
     *
     * @param interval the range
     * @param current the current value of the parameter
     * @param bucketCount a power of 2, so that edges are values of {@link Interval#round}
     */
    void begin(Interval interval, double current, int bucketCount) {
        buckets = bucketCount;
        if (distances.length <= buckets) {
            distances = new double[buckets + 1];
            sums = new double[buckets + 1];
            errors = new double[buckets + 1];
            trace = new double[PiecewiseQuadratic.TRACE * (buckets + 1)];
            lowestChanges = new double[buckets];
            kept = new boolean[buckets];
        }
        for (int edge = 0; edge <= buckets; edge++) {
            double share = (double) edge / buckets;
            distances[edge] = interval.round(interval.low() + share * (interval.high() - interval.low())) - current;
        }
        uncertain.begin(distances[0], distances[buckets], -current);
        edges.begin(distances, buckets + 1, true);
        Arrays.fill(lowestChanges, 0, buckets, 0);
        right.clear();
        left.clear();
        isSecondPass = false;
        isComplete = true;
        nearestRight = Double.POSITIVE_INFINITY;
        nearestLeft = Double.POSITIVE_INFINITY;
        jumpAt = Double.NaN;
    }

    /** Computes the sums at the edges, after the first pass. */
    void evaluate() {
        edges.evaluate(sums, errors);
        edges.trace(trace);
    }

    /**
     * Keeps the buckets that may contain a sum at or below a bound.
     *
     * @return whether a second pass has to collect their breakpoints
     */
    boolean keep(double bound) {
        for (int bucket = 0; bucket < buckets; bucket++) {
            kept[bucket] = !(lowest(bucket) > bound);
        }
        if (isComplete) {
            right.keep(kept);
            left.keep(kept);
        } else {
            right.clear();
            left.clear();
            isSecondPass = true;
            jumpAt = Double.NaN;
        }
        return isSecondPass;
    }

    private double lowest(int bucket) {
        int zeroIndex = edges.zeroIndex();
        double from = distances[bucket];
        double to = distances[bucket + 1];
        coefficients(bucket, bucket >= zeroIndex, c, largest);
        double lowest = Math.min(value(c, from), value(c, to));
        double vertex = -c[1] / c[2];
        if (c[2] > 0 && vertex > from && vertex < to) {
            lowest = Math.min(lowest, value(c, vertex));
        }
        int outer = bucket >= zeroIndex - 1 ? bucket + 1 : bucket;
        double error = error(
                trace, PiecewiseQuadratic.TRACE * outer + PiecewiseQuadratic.COEFFICIENTS, Math.abs(distances[outer]));
        return lowest + lowestChanges[bucket] - error - uncertain.wideAmount();
    }

    private static double value(double[] c, double t) {
        return c[0] + t * (2 * c[1] + t * c[2]);
    }

    /** Returns the error bound of a sum at a distance, from the largest coefficients on the way to it. */
    static double error(double[] largest, int from, double distance) {
        return PiecewiseQuadratic.ROUNDING
                * (largest[from] + distance * (2 * largest[from + 1] + distance * largest[from + 2]));
    }

    /**
     * Sets the coefficients with which a walk away from the current value enters a bucket, and the largest on its way
     * there.
     */
    void coefficients(int bucket, boolean toTheRight, double[] c, double[] largest) {
        if (isCentral(bucket)) {
            edges.base(c, largest);
            return;
        }
        int from = PiecewiseQuadratic.TRACE * (toTheRight ? bucket : bucket + 1);
        System.arraycopy(trace, from, c, 0, c.length);
        System.arraycopy(trace, from + PiecewiseQuadratic.COEFFICIENTS, largest, 0, largest.length);
    }

    /** Returns whether the current value is in a bucket, as its upper end or between its ends. */
    boolean isCentral(int bucket) {
        return bucket == central();
    }

    /** Returns the bucket of the current value; -1 or the number of buckets where it is not inside the range. */
    int central() {
        return edges.zeroIndex() - 1;
    }

    @Override
    public void add(double c0, double c1, double c2) {
        if (!isSecondPass) {
            edges.add(c0, c1, c2);
        }
    }

    @Override
    public void change(double t, boolean toTheRight, double c0, double c1, double c2) {
        if (c0 == 0 && c1 == 0 && c2 == 0 && t != jumpAt) {
            // A change of nothing is no breakpoint: rows of weight 0, units that reach no output.
            return;
        }
        int index = edges.index(t, toTheRight);
        int bucket = toTheRight ? index - 1 : index;
        boolean isInside = bucket >= 0 && bucket < buckets;
        double distance = Math.max(0, toTheRight ? t : -t);
        double margin = t == jumpAt ? jumpMargin : Breakpoints.KINK;
        if (!isSecondPass) {
            edges.change(index, c0, c1, c2);
            nearest(distance, toTheRight, margin);
            if (isInside) {
                double toEdge = toTheRight ? distances[index] - t : t - distances[index];
                lowestChanges[bucket] += lowestChange(t, toTheRight, Math.max(0, toEdge), c0, c1, c2);
            }
        }
        if (isInside && (isSecondPass ? kept[bucket] : isComplete)) {
            (toTheRight ? right : left).add(bucket, distance, margin, c0, c1, c2);
            isComplete &= isSecondPass || right.count() + left.count() < capacity;
        }
    }

    private void nearest(double distance, boolean toTheRight, double margin) {
        if (toTheRight && distance < nearestRight) {
            nearestRight = distance;
            marginRight = margin;
        } else if (!toTheRight && distance < nearestLeft) {
            nearestLeft = distance;
            marginLeft = margin;
        }
    }

    /** Returns a lower bound of a change between t and the edge of its bucket. */
    private static double lowestChange(double t, boolean toTheRight, double toEdge, double c0, double c1, double c2) {
        double value = c0 + t * (2 * c1 + t * c2);
        double slope = 2 * (c1 + c2 * t) * (toTheRight ? 1 : -1);
        return Math.min(0, value + toEdge * (Math.min(0, slope) + Math.min(0, c2) * toEdge));
    }

    @Override
    public void growErrorBound(double c0, double c1, double c2) {
        if (!isSecondPass) {
            edges.growErrorBound(c0, c1, c2);
        }
    }

    @Override
    public void jump(double t, boolean toTheRight, double margin, double amount) {
        jumpAt = t;
        jumpMargin = margin;
        if (isSecondPass) {
            return;
        }
        edges.jump(t, toTheRight, margin, amount);
        uncertain.jump(t, margin, amount);
    }

    @Override
    public void uncertain(double from, double to, double amount) {
        if (!isSecondPass) {
            edges.uncertain(from, to, amount);
            uncertain.uncertain(from, to, amount);
        }
    }

    /** Returns the number of buckets. */
    int buckets() {
        return buckets;
    }

    /** Returns whether a bucket may contain the lowest sum. */
    boolean isKept(int bucket) {
        return kept[bucket];
    }

    /** Returns the distance of an edge. */
    double distance(int edge) {
        return distances[edge];
    }

    /** Returns the sum at an edge. */
    double sum(int edge) {
        return sums[edge];
    }

    /** Returns the error bound of the sum at an edge. */
    double error(int edge) {
        return errors[edge];
    }

    /** Returns the breakpoints collected on a side of the current value. */
    Breakpoints breakpoints(boolean toTheRight) {
        return toTheRight ? right : left;
    }

    /** Returns the distance of the nearest breakpoint on a side, whether kept or not; infinite if there is none. */
    double nearest(boolean toTheRight) {
        return toTheRight ? nearestRight : nearestLeft;
    }

    /** Returns the margin of the nearest breakpoint on a side; {@link Breakpoints#KINK} where nothing jumps. */
    double nearestMargin(boolean toTheRight) {
        return toTheRight ? marginRight : marginLeft;
    }

    /** Returns the uncertain stretches of the range. */
    UncertainStretches uncertain() {
        return uncertain;
    }

    /** Returns the sum at the current value. */
    double atCurrent() {
        return edges.atCurrent();
    }

    /** Returns the error bound of the sum at the current value. */
    double errorAtCurrent() {
        return edges.errorAtCurrent();
    }

    /** Returns whether a row may be near a jump at an edge. */
    boolean isUncertain(int edge) {
        return edges.isUncertain(edge);
    }

    /** Returns whether any row jumps or is uncertain anywhere. */
    boolean hasJumps() {
        return edges.hasJumps();
    }
}
