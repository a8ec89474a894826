package io.sweepnet.spark.channel;

import java.io.Serializable;
import java.util.List;

/**
 * What a member offers in an exchange by {@link Reduction#LOWEST}. The lowest value wins, of equal ones the lowest rank;
 * NaN and infinity never win. Counts are added up over all bids.
 *
 * <p>A value may be known but for an error. Where the error leaves open which bid is the lowest, the outcome says so, and who
 * {@linkplain #isContender contends} can find out more and bid again.
 *
 * @param value what the lowest of wins
 * @param error by how much the value may be off, at least 0; 0 where it is exact
 * @param rank decides between equal values
 * @param counts numbers that are added up
 * @param payload what the winner says besides
 */
@SuppressWarnings("ArrayRecordComponent") // bids become arrays and are not compared
public record Bid(double value, double error, long rank, double[] counts, double[] payload) implements Serializable {

    private static final int VALUE = 0;
    private static final int ERROR = 1;

    /** A double holds no long: the rank goes in two halves. */
    private static final int RANK_HIGH = 2;

    private static final int RANK_LOW = 3;
    private static final int COUNTS = 4;
    private static final int HEAD = 5;
    private static final long LOW_HALF = 0xFFFF_FFFFL;

    /** The outcome of an exchange by {@link Reduction#LOWEST}.
     *
     * @param winner the lowest bid, its counts those of all; its value is NaN where no bid was finite
     * @param ceiling no bid whose lowest possible value lies above this can be the lowest
     * @param isOpen whether errors leave open which bid is the lowest
     */
    public record Outcome(Bid winner, double ceiling, boolean isOpen) implements Serializable {}

    /** Whether this may be the lowest of all, given an outcome that is open. */
    public boolean isContender(Outcome outcome) {
        return value - error <= outcome.ceiling();
    }

    /** The bid as a partial. */
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

    /** An outcome that {@link Reduction#LOWEST} made of bids. */
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

    /** The lowest of some bids, followed by ceiling and whether it is open. */
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

    /** Exact values are settled, whatever their ranks. */
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
