package io.sweepnet.spark.channel;

import java.io.Serializable;
import java.util.List;

/**
 * A member's contribution to an exchange by {@link Reduction#LOWEST}. The bid with the lowest value wins; between equal values
 * the lowest rank decides. NaN and infinite values never win. Counts are summed over all bids.
 *
 * <p>A value may be known only up to an error. If the errors leave undecided which bid is the lowest, the outcome is open, and
 * the members whose bids are {@linkplain #isContender contenders} can compute exact values and bid again.
 *
 * @param value the value to minimise
 * @param error largest possible error of the value, at least 0; 0 if the value is exact
 * @param rank decides between equal values
 * @param counts numbers that are summed over all bids
 * @param payload further numbers that are passed on with the winning bid
 */
@SuppressWarnings("ArrayRecordComponent") // bids become arrays and are not compared
public record Bid(double value, double error, long rank, double[] counts, double[] payload) implements Serializable {

    private static final int VALUE = 0;
    private static final int ERROR = 1;

    /** A double cannot represent every long, so the rank is stored in two halves. */
    private static final int RANK_HIGH = 2;

    private static final int RANK_LOW = 3;
    private static final int COUNTS = 4;
    private static final int HEAD = 5;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    /**
     * The outcome of an exchange by {@link Reduction#LOWEST}.
     *
     * @param winner the lowest bid, with the counts summed over all bids; its value is NaN if no bid was finite
     * @param ceiling a bid whose lowest possible value is above this cannot be the lowest
     * @param isOpen whether the errors leave undecided which bid is the lowest
     */
    public record Outcome(Bid winner, double ceiling, boolean isOpen) implements Serializable {}

    /** Returns whether this bid may be the lowest of all, given an open outcome. */
    public boolean isContender(Outcome outcome) {
        return value - error <= outcome.ceiling();
    }

    /** Returns the bid encoded as a partial. */
    public double[] toPartial() {
        double[] partial = new double[HEAD + counts.length + payload.length];
        partial[VALUE] = value;
        partial[ERROR] = error;
        partial[RANK_HIGH] = rank >> Integer.SIZE;
        partial[RANK_LOW] = rank & LOW_HALF;
        partial[COUNTS] = counts.length;
        System.arraycopy(counts, 0, partial, HEAD, counts.length);
        System.arraycopy(payload, 0, partial, HEAD + counts.length, payload.length);
        return partial;
    }

    /** Decodes the outcome that {@link Reduction#LOWEST} computed from bids. */
    public static Outcome outcome(double[] reduced) {
        int size = reduced.length - 2;
        return new Outcome(of(reduced, size), reduced[size], reduced[size + 1] > 0);
    }

    private static Bid of(double[] partial, int size) {
        int counts = (int) partial[COUNTS];
        double[] ofCounts = new double[counts];
        System.arraycopy(partial, HEAD, ofCounts, 0, counts);
        double[] payload = new double[size - HEAD - counts];
        System.arraycopy(partial, HEAD + counts, payload, 0, payload.length);
        long rank = ((long) partial[RANK_HIGH] << Integer.SIZE) | (long) partial[RANK_LOW];
        return new Bid(partial[VALUE], partial[ERROR], rank, ofCounts, payload);
    }

    /** Returns the lowest of the bids, followed by the ceiling and by 1 if the outcome is open, else 0. */
    static double[] lowest(List<double[]> bids) {
        double[] best = bids.get(0);
        double ceiling = Double.POSITIVE_INFINITY;
        for (double[] bid : bids) {
            if (isBefore(bid, best)) {
                best = bid;
            }
            if (Double.isFinite(bid[VALUE])) {
                ceiling = Math.min(ceiling, bid[VALUE] + bid[ERROR]);
            }
        }
        int size = best.length;
        double[] outcome = new double[size + 2];
        System.arraycopy(best, 0, outcome, 0, size);
        if (!Double.isFinite(best[VALUE])) {
            outcome[VALUE] = Double.NaN;
        }
        for (int count = 0; count < (int) best[COUNTS]; count++) {
            double sum = 0;
            for (double[] bid : bids) {
                sum += bid[HEAD + count];
            }
            outcome[HEAD + count] = sum;
        }
        outcome[size] = ceiling;
        outcome[size + 1] = isOpen(bids, ceiling) ? 1 : 0;
        return outcome;
    }

    private static boolean isBefore(double[] a, double[] b) {
        if (!Double.isFinite(a[VALUE]) || !Double.isFinite(b[VALUE])) {
            return Double.isFinite(a[VALUE]) && !Double.isFinite(b[VALUE]);
        }
        if (a[VALUE] != b[VALUE]) {
            return a[VALUE] < b[VALUE];
        }
        return a[RANK_HIGH] != b[RANK_HIGH] ? a[RANK_HIGH] < b[RANK_HIGH] : a[RANK_LOW] < b[RANK_LOW];
    }

    /** Returns whether several bids are contenders; exact contenders leave nothing open, since their ranks decide ties. */
    private static boolean isOpen(List<double[]> bids, double ceiling) {
        boolean isExact = true;
        int contenders = 0;
        for (double[] bid : bids) {
            if (bid[VALUE] - bid[ERROR] <= ceiling && Double.isFinite(bid[VALUE])) {
                contenders++;
                isExact &= bid[ERROR] == 0;
            }
        }
        return contenders > 1 && !isExact;
    }
}
