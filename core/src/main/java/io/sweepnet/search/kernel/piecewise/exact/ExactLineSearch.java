package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.SelectedValues;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the values of a continuous range that may have the lowest sum, of all values of {@link Interval#round}. A first
 * pass over the rows gives the sums at the edges of even buckets, and how far the sum may fall below them inside, which
 * rules out most buckets. In the others the sum is followed from breakpoint to breakpoint.
 *
 * <p>A stretch is not searched where rounding decides what a row's outputs are, because a pre-activation is at a
 * breakpoint within its error bound when it begins to move; there {@value #POINTS} even steps are tried. The same is
 * done in the whole range where sums cancel so far that more than a millionth of the rest is rounding.
 */
public final class ExactLineSearch {

    /** Even steps that are tried in a stretch that is not searched. */
    static final int POINTS = 64;

    /** Breakpoints that are kept in the first pass: as many as fit in the cache. */
    public static final int BREAKPOINTS = 1 << 15;

    private static final int FEWEST_BUCKETS = 64;
    private static final int MOST_BUCKETS = 4096;

    /** Rows for each bucket; most rows have at most one breakpoint. */
    private static final int ROWS_PER_BUCKET = 8;

    /** The largest number of local minima, equal within their error bounds, that are compared by forward passes. */
    private static final int MOST = 64;

    /** As {@link #MOST}, if sums are whole numbers: equal sums then need no forward pass. */
    private static final int MOST_WHOLE = 1024;

    /** The largest number of values where jumps coincide. */
    private static final int MOST_UNCERTAIN = 16;

    /** Beyond this an intermediate sum may have overflowed. */
    private static final double HUGE = 1e280;

    /** Adds all rows of a step to a collector. */
    public interface RowAdder {
        /**
         * Adds all rows along a range that includes distance 0.
         *
         * @param low end of the range, at or below 0, as a distance from the current value
         * @param high end at or above 0
         * @return false where a row has too many pieces
         */
        boolean add(double low, double high, PieceCollector collector);
    }

    /** Where more than this share of the lowest sum is rounding, the ends of the range and 0 are tried too. */
    private static final double LARGE_ERROR = 1e-8;

    /**
     * Where rounding is more than this share of the lowest sum, and more than {@link #CANCELLED_OF_LARGEST} of the
     * largest, the local minima found are rounding too.
     */
    private static final double CANCELLED_OF_LOWEST = 1e-6;

    private static final double CANCELLED_OF_LARGEST = 1e-12;

    /** The relative position of the value taken from a flat stretch, and of the second one. */
    private static final double MIDDLE = 0.5;

    private static final double ASIDE = 0.381;

    private final int bucketCount;
    private final boolean areWhole;
    private final BucketSums sums;
    private final LocalMinima minima = new LocalMinima();
    private final LocalMinima uncertainMinima = new LocalMinima();
    private final BreakpointWalk walk;

    private double errorBound;
    private final SelectedValues values = new SelectedValues();

    /**
     * Creates a search of ranges.
     *
     * @param bucketCount number of buckets, a power of 2
     * @param breakpoints the largest number of breakpoints that one pass over the rows collects
     * @param areWhole whether sums are whole numbers
     */
    public ExactLineSearch(int bucketCount, int breakpoints, boolean areWhole) {
        this.bucketCount = bucketCount;
        this.areWhole = areWhole;
        this.sums = new BucketSums(breakpoints);
        this.walk = new BreakpointWalk(sums, minima, uncertainMinima);
    }

    /** Returns the number of buckets that suits a number of rows. */
    public static int bucketsFor(int rows) {
        return Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, Integer.highestOneBit(rows / ROWS_PER_BUCKET + 1)));
    }

    /**
     * Finds the values that may have the lowest sum; {@link #values} returns them.
     *
     * @param interval the range
     * @param current the current value of the parameter
     * @param withCurrent whether the current value is a candidate too, so that values with higher sums are dropped
     * @param rows adds the rows
     * @param errorBoundOf returns the error bound of any sum, from the lowest sum
     * @return false where the sums cannot be used
     */
    public boolean find(
            Interval interval, double current, boolean withCurrent, RowAdder rows, DoubleUnaryOperator errorBoundOf) {
        sums.begin(interval, current, bucketCount);
        double low = Math.min(0, interval.low() - current);
        double high = Math.max(0, interval.high() - current);
        if (!rows.add(low, high, sums)) {
            return false;
        }
        sums.evaluate();
        if (!isUsable()) {
            return false;
        }
        double highest = highest(withCurrent);
        errorBound = errorBoundOf.applyAsDouble(Double.isFinite(highest) ? highest : sums.atCurrent());
        if (sums.keep(highest + errorBound)) {
            rows.add(low, high, sums);
        }
        minima.begin(highest, errorBound);
        uncertainMinima.begin(highest, errorBound);
        walkBothSides(interval, current, MIDDLE);
        offerUncertain(interval, current);
        minima.select(minima.highest(), areWhole ? MOST_WHOLE : MOST);
        uncertainMinima.select(minima.highest(), MOST_UNCERTAIN);
        collect(interval, current, withCurrent);
        return withCurrent || values.count() > 0;
    }

    private void walkBothSides(Interval interval, double current, double share) {
        walk.begin(interval, current, share);
        walk.walkSide(true);
        walk.walkSide(false);
    }

    /**
     * Adds a second value of every flat stretch. Its middle may be uncertain: it is often 0, where outputs are equal
     * more often than elsewhere.
     */
    public void addAlternatives(Interval interval, double current, boolean withCurrent) {
        minima.begin(minima.highest(), errorBound);
        walkBothSides(interval, current, ASIDE);
        minima.select(minima.highest(), areWhole ? MOST_WHOLE : MOST);
        for (int i = 0; i < minima.count(); i++) {
            values.addExtra(minima.value(i));
        }
        values.arrange(withCurrent ? current : Double.NaN);
    }

    /** Offers the values at which rounding, or the side to which 0 belongs, decides what the sum is. */
    private void offerUncertain(Interval interval, double current) {
        for (int i = 0; i < sums.uncertain().wideJumpCount(); i++) {
            uncertainMinima.offer(interval.round(current + sums.uncertain().wideJump(i)), Double.NEGATIVE_INFINITY, 0);
        }
        if (errorBound > LARGE_ERROR * Math.abs(minima.highest())) {
            for (double value : new double[] {interval.low(), 0, interval.high()}) {
                uncertainMinima.offer(interval.round(value), Double.NEGATIVE_INFINITY, 0);
            }
        }
        if (!sums.hasJumps()) {
            return;
        }
        for (int edge = 0; edge <= sums.buckets(); edge++) {
            if (sums.isUncertain(edge)) {
                uncertainMinima.offer(interval.round(current + sums.distance(edge)), sums.sum(edge), sums.error(edge));
            }
        }
        if (sums.uncertain().amountAtZero() > 0 && interval.low() <= 0 && interval.high() >= 0) {
            uncertainMinima.offer(interval.round(0), Double.NEGATIVE_INFINITY, 0);
        }
    }

    private boolean isUsable() {
        boolean usable = Math.abs(sums.atCurrent()) < HUGE;
        for (int edge = 0; edge <= sums.buckets(); edge++) {
            usable &= Math.abs(sums.sum(edge)) < HUGE && !Double.isNaN(sums.error(edge));
        }
        return usable;
    }

    private double highest(boolean withCurrent) {
        double highest = withCurrent ? sums.atCurrent() + sums.errorAtCurrent() : Double.POSITIVE_INFINITY;
        for (int edge = 0; edge <= sums.buckets(); edge++) {
            highest = Math.min(
                    highest,
                    sums.sum(edge) + sums.error(edge) + sums.uncertain().wideAmount());
        }
        return highest;
    }

    private void collect(Interval interval, double current, boolean withCurrent) {
        values.clear();
        for (int i = 0; i < minima.count(); i++) {
            values.add(minima.value(i));
        }
        for (int i = 0; i < uncertainMinima.count(); i++) {
            values.addExtra(uncertainMinima.value(i));
        }
        if (sums.uncertain().isUnknownAbove()) {
            addPoints(
                    interval,
                    Math.max(interval.low(), current + sums.uncertain().knownHigh()),
                    interval.high());
        }
        if (sums.uncertain().isUnknownBelow()) {
            addPoints(
                    interval,
                    interval.low(),
                    Math.min(interval.high(), current + sums.uncertain().knownLow()));
        }
        if (sums.uncertain().areWide()) {
            addPoints(
                    interval,
                    current + sums.uncertain().wideLow(),
                    current + sums.uncertain().wideHigh());
        }
        if (isMostlyRounding()) {
            addPoints(interval, interval.low(), interval.high());
        }
        boolean isCurrentLowest = sums.atCurrent() + sums.errorAtCurrent() + errorBound < minima.highest();
        if (!withCurrent && isCurrentLowest && current == interval.round(current)) {
            values.addExtra(current);
        }
        values.arrange(withCurrent ? current : Double.NaN);
    }

    private boolean isMostlyRounding() {
        double largest = 0;
        for (int edge = 0; edge <= sums.buckets(); edge++) {
            largest = Math.max(largest, Math.abs(sums.sum(edge)));
        }
        double rounding = errorBound;
        for (int i = 0; i < minima.count(); i++) {
            rounding = Math.max(rounding, errorBound + minima.error(i));
        }
        return rounding > CANCELLED_OF_LOWEST * Math.abs(minima.highest()) && rounding > CANCELLED_OF_LARGEST * largest;
    }

    private void addPoints(Interval interval, double from, double to) {
        for (int point = 0; point <= POINTS; point++) {
            double share = (double) point / POINTS;
            values.addExtra(interval.round(from + share * (to - from)));
        }
    }

    /** Sets even steps of a range that cannot be searched, both ends included. */
    public void setPoints(Interval interval) {
        values.clear();
        for (int point = 0; point <= POINTS; point++) {
            double share = (double) point / POINTS;
            values.add(interval.round(interval.low() + share * (interval.high() - interval.low())));
        }
        values.arrange(Double.NaN);
    }

    /** Returns the values to choose from. */
    public SelectedValues values() {
        return values;
    }

    /**
     * Returns whether exactly one value is left that is certainly better than the current one, if that is a candidate.
     */
    public boolean isDecided(boolean withCurrent) {
        return values.count() == 1
                && minima.count() == 1
                && !sums.hasJumps()
                && (!withCurrent
                        || sums.atCurrent() - sums.errorAtCurrent() - errorBound
                                > minima.sum(0) + minima.error(0) + errorBound);
    }

    /** Returns the sum of the one value. */
    public double sum() {
        return minima.sum(0);
    }

    /** Returns the error bound of that sum. */
    public double error() {
        return minima.error(0) + errorBound;
    }

    /** Returns the sum at the current value. */
    public double atCurrent() {
        return sums.atCurrent();
    }
}
