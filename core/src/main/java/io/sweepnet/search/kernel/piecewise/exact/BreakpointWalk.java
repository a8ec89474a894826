package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.Interval;

/**
 * Follows the sum of all rows from piece to piece through the kept buckets, on one side of the current value and away
 * from it, and finds its local minima: vertices of pieces, kinks, ends at jumps and at the end of the range, and the
 * middles of flat stretches. Each is offered as a value of {@link Interval#round}, on the side of a jump to which it
 * belongs; a piece between two jumps that contains no such value is skipped.
 */
final class BreakpointWalk {

    /** The kinds of ends of a piece. */
    private enum End {
        /** An end of a bucket, beyond which the sum is too high. */
        CUT,
        /** An end of the range, or of the part of it in which all outputs are known. */
        RANGE,
        KINK,
        JUMP
    }

    private static final double PARTS = 0x1p40;

    private final BucketSums sums;
    private final LocalMinima minima;
    private final Breakpoints.JumpGroup group;

    private Interval interval;
    private double current;
    private double sign;
    private double share;

    /** The distance between neighbouring values of {@link Interval#round}. */
    private double resolution;

    private final Breakpoints.Quadratic piece = new Breakpoints.Quadratic();

    /** The start of the piece, in the direction of the walk. */
    private double from;

    private End fromEnd = End.CUT;
    private double fromMargin;

    /** True if the sum falls towards the kink just reached, a value before the kink, and the sum there. */
    private boolean falls;

    private double beforeKink;
    private double sumBeforeKink;

    /** True if the walk to the other side has offered the piece around the current value. */
    private boolean isOffered;

    /** True if the walk is on a flat stretch; then its start, the limit of its first value, and its sum. */
    private boolean isFlat;

    private double flatFrom;
    private double flatLimit;
    private double flatSum;

    /**
     * The sum at the vertex that the previous piece has offered, and the sum of the flat stretch that ended with it;
     * NaN where there is none.
     */
    private double vertexSum;

    private double endedFlatSum;

    /**
     * Creates a walk through the buckets of a range.
     *
     * @param sums the buckets
     * @param minima receives the local minima
     * @param uncertainMinima receives values where several jumps coincide, so that rounding decides what the sum is
     */
    BreakpointWalk(BucketSums sums, LocalMinima minima, LocalMinima uncertainMinima) {
        this.sums = sums;
        this.minima = minima;
        this.group = new Breakpoints.JumpGroup(uncertainMinima);
    }

    /**
     * Begins a step.
     *
     * @param share the relative position in a flat stretch of the value that is offered; 1/2 for the middle
     */
    void begin(Interval interval, double current, double share) {
        this.share = share;
        this.interval = interval;
        this.current = current;
        resolution = (interval.high() - interval.low()) / PARTS;
    }

    /** Follows one side. Only the walk to the right offers the piece around the current value. */
    void walkSide(boolean toTheRight) {
        sign = toTheRight ? 1 : -1;
        int step = toTheRight ? 1 : -1;
        int end = toTheRight ? sums.buckets() : -1;
        int bucket = Math.max(-1, Math.min(sums.buckets(), sums.central()));
        if (bucket != end && (bucket < 0 || bucket == sums.buckets())) {
            bucket += step;
        }
        Breakpoints breakpoints = sums.breakpoints(toTheRight);
        breakpoints.sort();
        int next = 0;
        while (bucket != end) {
            if (!sums.isKept(bucket)) {
                bucket += step;
                continue;
            }
            enter(bucket, toTheRight);
            int last = bucket;
            while (last + step != end && sums.isKept(last + step)) {
                last += step;
            }
            next = walkRun(breakpoints, next, last, toTheRight);
            bucket = last + step;
        }
    }

    /** Enters a run of neighbouring kept buckets. */
    private void enter(int bucket, boolean toTheRight) {
        piece.enter(sums, bucket, toTheRight);
        falls = false;
        isFlat = false;
        vertexSum = Double.NaN;
        endedFlatSum = Double.NaN;
        fromMargin = 0;
        isOffered = !toTheRight && sums.isCentral(bucket);
        group.clear();
        if (sums.isCentral(bucket)) {
            double nearest = sums.nearest(!toTheRight);
            double limit =
                    toTheRight ? -sums.uncertain().knownLow() : sums.uncertain().knownHigh();
            from = -Math.min(nearest, limit);
            fromMargin = Math.max(0, sums.nearestMargin(!toTheRight));
            boolean isJump = nearest < limit && sums.nearestMargin(!toTheRight) >= 0;
            fromEnd = isJump ? End.JUMP : nearest < limit ? End.KINK : End.RANGE;
            return;
        }
        int edge = toTheRight ? bucket : bucket + 1;
        from = Math.abs(sums.distance(edge));
        boolean isEnd = toTheRight ? edge == 0 : edge == sums.buckets();
        fromEnd = isEnd ? End.RANGE : End.CUT;
    }

    private int walkRun(Breakpoints breakpoints, int first, int last, boolean toTheRight) {
        int edge = toTheRight ? last + 1 : last;
        boolean isEnd = edge == (toTheRight ? sums.buckets() : 0);
        double to = sign * sums.distance(edge);
        double known =
                toTheRight ? sums.uncertain().knownHigh() : -sums.uncertain().knownLow();
        int next = first;
        if (known < from) {
            return skip(breakpoints, next, last, toTheRight);
        }
        while (isIn(breakpoints, next, last, toTheRight)) {
            double at = breakpoints.distance(next);
            if (at >= known) {
                break;
            }
            double margin = breakpoints.margin(next);
            piece(at, margin >= 0 ? End.JUMP : End.KINK, Math.max(0, margin));
            change(breakpoints, next, at, margin);
            next++;
            // Several kinks at the same distance end a piece only once.
            while (margin < 0
                    && isIn(breakpoints, next, last, toTheRight)
                    && breakpoints.distance(next) == at
                    && breakpoints.margin(next) < 0) {
                change(breakpoints, next, at, margin);
                next++;
            }
        }
        piece(Math.min(to, known), isEnd || known <= to ? End.RANGE : End.CUT, 0);
        closeFlat(Math.max(from, Math.min(to, known)), Double.POSITIVE_INFINITY);
        group.close(this);
        return skip(breakpoints, next, last, toTheRight);
    }

    private static int skip(Breakpoints breakpoints, int from, int last, boolean toTheRight) {
        int next = from;
        while (isIn(breakpoints, next, last, toTheRight)) {
            next++;
        }
        return next;
    }

    private static boolean isIn(Breakpoints breakpoints, int index, int last, boolean toTheRight) {
        return index < breakpoints.count()
                && (toTheRight ? breakpoints.bucket(index) <= last : breakpoints.bucket(index) >= last);
    }

    private void change(Breakpoints breakpoints, int index, double at, double margin) {
        double before = piece.sum(at);
        piece.change(breakpoints, index);
        if (margin >= 0) {
            group.add(this, at, margin, before, piece.sum(at));
        }
        from = Math.max(from, at);
        fromEnd = margin >= 0 ? End.JUMP : End.KINK;
        fromMargin = Math.max(0, margin);
    }

    /** Returns the error bound of the sum at a distance. */
    double error(double distance) {
        return piece.error(distance) + sums.uncertain().wideAmount();
    }

    /** Returns the distance between neighbouring values of the range. */
    double resolution() {
        return resolution;
    }

    /** Returns the value of the range nearest to a distance. */
    double value(double distance) {
        return interval.round(current + sign * distance);
    }

    /** Returns the distance of a value, in the direction of the walk. */
    double distance(double value) {
        return sign * (value - current);
    }

    private void piece(double end, End toEnd, double toMargin) {
        double to = Math.max(from, end);
        double low = fromEnd == End.JUMP ? from + fromMargin : Double.NEGATIVE_INFINITY;
        double high = toEnd == End.JUMP ? to - toMargin : Double.POSITIVE_INFINITY;
        if (to - from > 2 * resolution) {
            group.close(this);
        }
        if (isOffered) {
            isOffered = false;
            falls = toEnd == End.KINK && !isFlatUpTo(to) && piece.slope(to) < 0;
            rememberKink(to, low);
            return;
        }
        if (isFlatUpTo(to)) {
            flat(to, high, low);
            falls = false;
            return;
        }
        closeFlat(from, Double.POSITIVE_INFINITY);
        vertexSum = Double.NaN;
        double first = piece.slope(from);
        double last = piece.slope(to);
        if (first > 0) {
            risesFrom(low, high);
        } else if (last >= 0) {
            vertex(to, low, high);
        }
        endedFlatSum = Double.NaN;
        falls = last < 0 && toEnd == End.KINK;
        if (falls) {
            rememberKink(to, low);
        } else if (last < 0 && toEnd != End.CUT) {
            offer(to, low, high);
        }
    }

    /**
     * Offers the vertex of a piece, unless it has, within rounding, the sum of the flat stretch just before, which is
     * offered already.
     */
    private void vertex(double to, double low, double high) {
        double at = Math.max(from, Math.min(to, piece.vertex()));
        double sum = piece.sum(at);
        if (!isSame(endedFlatSum, sum, to) && offer(at, low, high)) {
            vertexSum = sum;
        }
    }

    private boolean isSame(double sum, double other, double to) {
        return Math.abs(sum - other) <= 2 * piece.rounding(from, to);
    }

    private void rememberKink(double to, double low) {
        double value = value(to);
        if (distance(value) > to) {
            value = interval.round(value - sign * resolution);
        }
        beforeKink = distance(value) > low ? value : Double.NaN;
        sumBeforeKink = piece.sum(distance(value));
    }

    private void risesFrom(double low, double high) {
        if (fromEnd == End.KINK && falls) {
            if (!Double.isNaN(beforeKink)) {
                offerSure(beforeKink, sumBeforeKink);
            }
            double value = value(from);
            offer(distance(value) < from ? distance(value) + resolution : from, low, high);
        } else if (fromEnd == End.JUMP || fromEnd == End.RANGE) {
            offer(from, low, high);
        }
    }

    /**
     * Returns whether the sum is constant on a piece within rounding; on a piece shorter than the resolution, whether
     * its coefficients are constant.
     */
    private boolean isFlatUpTo(double to) {
        return piece.isConstant() || (to - from > resolution && piece.isFlat(from, to));
    }

    private void flat(double to, double high, double low) {
        if (!isFlat) {
            isFlat = true;
            flatFrom = from;
            flatLimit = low;
            flatSum = piece.sum((from + to) / 2);
            if (fromEnd == End.KINK && isSame(vertexSum, flatSum, to)) {
                minima.removeLast();
            }
            vertexSum = Double.NaN;
        }
        if (high < Double.POSITIVE_INFINITY) {
            closeFlat(to, high);
        }
    }

    /** Ends the flat stretch, if the walk is on one, and offers a value of it. */
    private void closeFlat(double to, double limit) {
        if (isFlat) {
            isFlat = false;
            endedFlatSum = limit == Double.POSITIVE_INFINITY ? flatSum : Double.NaN;
            offer(flatFrom + share * (to - flatFrom), flatSum, flatLimit, limit);
        }
    }

    private boolean offer(double at, double low, double high) {
        return offer(at, Double.NaN, low, high);
    }

    /**
     * Offers the value nearest to a distance, or its neighbour if only that is between the limits; returns whether it
     * was taken.
     */
    private boolean offer(double at, double sum, double low, double high) {
        double value = value(Math.min(Math.max(at, low), high));
        if (!(distance(value) > low)) {
            value = interval.round(value + sign * resolution);
        } else if (!(distance(value) < high)) {
            value = interval.round(value - sign * resolution);
        }
        double distance = distance(value);
        return distance > low && distance < high && offerSure(value, Double.isNaN(sum) ? piece.sum(distance) : sum);
    }

    private boolean offerSure(double value, double sum) {
        double error = error(distance(value));
        minima.bound(sum + error);
        return minima.offer(value, sum, error);
    }
}
