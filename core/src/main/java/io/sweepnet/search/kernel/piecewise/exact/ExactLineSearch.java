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
    private static final int MOST_COUNTS = 1024;

    /** Places where jumps meet. */
    private static final int MOST_UNSURE = 16;

    /** Beyond this a sum may have overflowed somewhere on its way. */
    private static final double HUGE = 1e280;

    /** Adds all rows of a step, the ends of the range as distances from the current value, 0 between them or one of them. */
    public interface Rows {
        /** False where a row has too many pieces. */
        boolean add(double low, double high, PieceCollector sink);
    }

    /** Where more than this share of a sum is rounding, values that stand out are tried whatever their sums seem to be. */
    private static final double ROUGH = 1e-8;

    /** Where more than this share of the lowest sum, and {@link #CANCELLED} of the highest, is rounding, so are local minima. */
    private static final double USELESS = 1e-6;

    private static final double CANCELLED = 1e-12;

    private static final double MIDDLE = 0.5;

    private static final double ASIDE = 0.381;

    private final int bucketCount;
    private final boolean areCounts;
    private final BucketSums sums;
    private final LocalMinima contenders = new LocalMinima();
    private final LocalMinima unsure = new LocalMinima();
    private final BreakpointWalk walk;

    private double slack;
    private final SelectedValues values = new SelectedValues();

    /**
     * A search.
     *
     * @param bucketCount a power of 2
     * @param breakpoints more than these take a second pass over the rows
     * @param areCounts whether sums are whole numbers
     */
    public ExactLineSearch(int bucketCount, int breakpoints, boolean areCounts) {
        this.bucketCount = bucketCount;
        this.areCounts = areCounts;
        this.sums = new BucketSums(breakpoints);
        this.walk = new BreakpointWalk(sums, contenders, unsure);
    }

    /** How many buckets suit a table. */
    public static int bucketsFor(int rows) {
        return Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, Integer.highestOneBit(rows / ROWS_PER_BUCKET + 1)));
    }

    /**
     * Finds the values.
     *
     * @param withCurrent whether sums above that of the current value do not count
     * @param slackOf by how much any sum may be off, from the lowest
     * @return false where the sums are of no use
     */
    public boolean find(
            Interval interval, double current, boolean withCurrent, Rows rows, DoubleUnaryOperator slackOf) {
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
        slack = slackOf.applyAsDouble(Double.isFinite(highest) ? highest : sums.atCurrent());
        if (sums.keep(highest + slack)) {
            rows.add(low, high, sums);
        }
        contenders.begin(highest, slack);
        unsure.begin(highest, slack);
        walk(interval, current, MIDDLE);
        offerUnsure(interval, current);
        contenders.select(contenders.highest(), areCounts ? MOST_COUNTS : MOST);
        unsure.select(contenders.highest(), MOST_UNSURE);
        collect(interval, current, withCurrent);
        return withCurrent || values.count() > 0;
    }

    private void walk(Interval interval, double current, double share) {
        walk.begin(interval, current, share);
        walk.side(true);
        walk.side(false);
    }

    /**
     * Adds another value of every flat stretch: rows may be in doubt in its middle. That is 0, where outputs meet, more often
     * than chance has it.
     */
    public void addAlternatives(Interval interval, double current, boolean withCurrent) {
        contenders.begin(contenders.highest(), slack);
        walk(interval, current, ASIDE);
        contenders.select(contenders.highest(), areCounts ? MOST_COUNTS : MOST);
        for (int i = 0; i < contenders.count(); i++) {
            values.addExtra(contenders.value(i));
        }
        values.arrange(withCurrent ? current : Double.NaN);
    }

    /** Offers where rounding or the definition of 0's side decides what the sum is. */
    private void offerUnsure(Interval interval, double current) {
        for (int i = 0; i < sums.doubts().wideJumpCount(); i++) {
            unsure.offer(interval.round(current + sums.doubts().wideJump(i)), Double.NEGATIVE_INFINITY, 0);
        }
        if (slack > ROUGH * Math.abs(contenders.highest())) {
            for (double value : new double[] {interval.low(), 0, interval.high()}) {
                unsure.offer(interval.round(value), Double.NEGATIVE_INFINITY, 0);
            }
        }
        if (!sums.hasJumps()) {
            return;
        }
        for (int edge = 0; edge <= sums.buckets(); edge++) {
            if (sums.isDoubtful(edge)) {
                unsure.offer(interval.round(current + sums.distance(edge)), sums.sum(edge), sums.error(edge));
            }
        }
        if (sums.doubts().atZero() > 0 && interval.low() <= 0 && interval.high() >= 0) {
            unsure.offer(interval.round(0), Double.NEGATIVE_INFINITY, 0);
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
                    highest, sums.sum(edge) + sums.error(edge) + sums.doubts().amount());
        }
        return highest;
    }

    private void collect(Interval interval, double current, boolean withCurrent) {
        values.clear();
        for (int i = 0; i < contenders.count(); i++) {
            values.add(contenders.value(i));
        }
        for (int i = 0; i < unsure.count(); i++) {
            values.addExtra(unsure.value(i));
        }
        if (sums.doubts().isUnknownAbove()) {
            addPoints(interval, Math.max(interval.low(), current + sums.doubts().knownHigh()), interval.high());
        }
        if (sums.doubts().isUnknownBelow()) {
            addPoints(
                    interval,
                    interval.low(),
                    Math.min(interval.high(), current + sums.doubts().knownLow()));
        }
        if (sums.doubts().areWide()) {
            addPoints(
                    interval,
                    current + sums.doubts().wideLow(),
                    current + sums.doubts().wideHigh());
        }
        if (isMostlyRounding()) {
            addPoints(interval, interval.low(), interval.high());
        }
        boolean isCurrentLowest = sums.atCurrent() + sums.errorAtCurrent() + slack < contenders.highest();
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
        double rounding = slack;
        for (int i = 0; i < contenders.count(); i++) {
            rounding = Math.max(rounding, slack + contenders.error(i));
        }
        return rounding > USELESS * Math.abs(contenders.highest()) && rounding > CANCELLED * largest;
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
                && contenders.count() == 1
                && !sums.hasJumps()
                && (!withCurrent
                        || sums.atCurrent() - sums.errorAtCurrent() - slack
                                > contenders.sum(0) + contenders.error(0) + slack);
    }

    /** The sum of the one value. */
    public double sum() {
        return contenders.sum(0);
    }

    /** How far it may be off. */
    public double error() {
        return contenders.error(0) + slack;
    }

    /** The sum at the current value. */
    public double atCurrent() {
        return sums.atCurrent();
    }
}
