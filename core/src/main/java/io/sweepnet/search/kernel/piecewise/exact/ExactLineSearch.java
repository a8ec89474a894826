package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.Interval;
import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;
import io.sweepnet.search.kernel.piecewise.pieces.SelectedValues;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the values of a continuous range that may have the lowest sum, of all values that {@link Interval#round} gives. A
 * first pass over the rows gives the sums at the edges of even buckets, and how far below them a sum inside may fall; most
 * buckets are ruled out by that. In the others the sum is followed from breakpoint to breakpoint.
 *
 * <p>Only where rounding leaves it open over a stretch what a row's outputs are, because a pre-activation is as good as 0
 * when it begins to move, the stretch is not searched but tried at {@value #POINTS} even steps. So is the whole range where
 * sums cancel until more than a millionth of what is left is rounding.
 */
public final class ExactLineSearch {

    /** Points of a stretch that is not searched. */
    static final int POINTS = 64;

    /** Breakpoints that are kept of the first pass: what stays in the cache. */
    public static final int BREAKPOINTS = 1 << 15;

    private static final int FEWEST_BUCKETS = 64;
    private static final int MOST_BUCKETS = 4096;

    /** Of rows; most have no breakpoint or one. */
    private static final int ROWS_PER_BUCKET = 8;

    /** Local minima as good as equal that are worth a forward pass. */
    private static final int MOST = 64;

    /** Flat stretches of equally many wrong rows, none of which takes a forward pass. */
    private static final int MOST_WHOLE = 1024;

    /** Places where jumps meet. */
    private static final int MOST_UNCERTAIN = 16;

    /** Beyond this a sum may have overflowed somewhere on its way. */
    private static final double HUGE = 1e280;

    /** Adds all rows of a step, the ends of the range as distances from the current value, 0 between them or one of them. */
    public interface Rows {
        /** False where a row has too many pieces. */
        boolean add(double low, double high, PieceCollector collector);
    }

    /** Where more than this share of a sum is rounding, values that stand out are tried whatever their sums seem to be. */
    private static final double LARGE_ERROR = 1e-8;

    /** Where more than this share of the lowest sum, and {@link #CANCELLED_OF_LARGEST} of the highest, is rounding, so are local minima. */
    private static final double CANCELLED_OF_LOWEST = 1e-6;

    private static final double CANCELLED_OF_LARGEST = 1e-12;

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
     * A search.
     *
     * @param bucketCount a power of 2
     * @param breakpoints more than these take a second pass over the rows
     * @param areWhole whether sums are whole numbers
     */
    public ExactLineSearch(int bucketCount, int breakpoints, boolean areWhole) {
        this.bucketCount = bucketCount;
        this.areWhole = areWhole;
        this.sums = new BucketSums(breakpoints);
        this.walk = new BreakpointWalk(sums, minima, uncertainMinima);
    }

    /** How many buckets suit a table. */
    public static int bucketsFor(int rows) {
        return Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, Integer.highestOneBit(rows / ROWS_PER_BUCKET + 1)));
    }

    /**
     * Finds the values.
     *
     * @param withCurrent whether sums above that of the current value do not count
     * @param errorBoundOf by how much any sum may be off, from the lowest
     * @return false where the sums are of no use
     */
    public boolean find(
            Interval interval, double current, boolean withCurrent, Rows rows, DoubleUnaryOperator errorBoundOf) {
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
     * Adds another value of every flat stretch: rows may be in doubt in its middle. That is 0, where outputs meet, more often
     * than chance has it.
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

    /** Offers where rounding or the definition of 0's side decides what the sum is. */
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
                    highest, sums.sum(edge) + sums.error(edge) + sums.uncertain().wideAmount());
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
            addPoints(interval, Math.max(interval.low(), current + sums.uncertain().knownHigh()), interval.high());
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

    /** Sets even points of a range that cannot be searched, both ends among them. */
    public void setPoints(Interval interval) {
        values.clear();
        for (int point = 0; point <= POINTS; point++) {
            double share = (double) point / POINTS;
            values.add(interval.round(interval.low() + share * (interval.high() - interval.low())));
        }
        values.arrange(Double.NaN);
    }

    public SelectedValues values() {
        return values;
    }

    /** Whether there is one value that is certainly better than the current one, where that takes part. */
    public boolean isDecided(boolean withCurrent) {
        return values.count() == 1
                && minima.count() == 1
                && !sums.hasJumps()
                && (!withCurrent
                        || sums.atCurrent() - sums.errorAtCurrent() - errorBound
                                > minima.sum(0) + minima.error(0) + errorBound);
    }

    /** The sum of the one value. */
    public double sum() {
        return minima.sum(0);
    }

    /** How far it may be off. */
    public double error() {
        return minima.error(0) + errorBound;
    }

    /** The sum at the current value. */
    public double atCurrent() {
        return sums.atCurrent();
    }
}
