package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * A sum of row losses that is a quadratic in t on every piece of the range of a parameter, t being its distance from the
 * current value: c0 + 2 c1 t + c2 t^2 on the piece around t = 0, and at each breakpoint further out what changes there,
 * kept in the bucket of the first candidate beyond it. All is relative to the current value, so what happens far from it
 * does not blur what happens near.
 */
public final class PiecewiseQuadratic implements PieceCollector {

    public static final int COEFFICIENTS = 3;

    /** Numbers of an array before the changes: the base and the sizes. */
    private static final int HEAD = 2 * COEFFICIENTS;

    /** Numbers that {@link #trace} tells of a candidate. */
    public static final int TRACE = 2 * COEFFICIENTS;

    /** Rounding error of a sum, as a share of the largest that went into it. */
    public static final double ROUNDING = 1e-11;

    /** Distances of the candidates from the current value, ascending. */
    private double[] distances = {};

    private int count;
    private boolean isEven;
    private double perDistance;

    /** Place of the first candidate at 0 or beyond. */
    private int zero;

    private double base0;
    private double base1;
    private double base2;

    /** Changes that count from a candidate on, away from 0, [candidate][coefficient]. */
    private double[] changes = {};

    /** Bounds of what was added to the coefficients, where they do not show it. */
    private double size0;

    private double size1;
    private double size2;

    private boolean hasJumps;

    /** Whether some row jumps between a candidate and the one before it; the current value lies before {@link #zero}. */
    private boolean[] jumps = {};

    /** By how much a candidate's sum may be off because rows are near a jump. */
    private double[] doubts = {};

    /** Begins a step without rows. */
    public void begin(SortedCandidates line) {
        begin(line.distances(), line.count(), line.isEven());
    }

    /**
     * Begins a step without rows.
     *
     * @param distances ascending
     */
    public void begin(double[] distances, int count, boolean areEven) {
        this.distances = distances;
        this.count = count;
        isEven = areEven && count > 1;
        if (changes.length <= COEFFICIENTS * count) {
            changes = new double[COEFFICIENTS * (count + 1)];
            jumps = new boolean[count + 1];
            doubts = new double[count];
            hasJumps = false;
        } else {
            Arrays.fill(changes, 0, COEFFICIENTS * count, 0);
        }
        if (hasJumps) {
            Arrays.fill(jumps, false);
            Arrays.fill(doubts, 0);
            hasJumps = false;
        }
        perDistance = count > 1 ? (count - 1) / (distances[count - 1] - distances[0]) : 0;
        zero = place(0);
        base0 = 0;
        base1 = 0;
        base2 = 0;
        size0 = 0;
        size1 = 0;
        size2 = 0;
    }

    /** The place of the first candidate at a distance or beyond; of an even grid by rounding, so one off where t meets one. */
    private int place(double t) {
        if (isEven) {
            double place = Math.ceil((t - distances[0]) * perDistance);
            return place <= 0 ? 0 : place >= count ? count : (int) place;
        }
        int place = Arrays.binarySearch(distances, 0, count, t);
        return place >= 0 ? place : -place - 1;
    }

    @Override
    public void add(double c0, double c1, double c2) {
        base0 += c0;
        base1 += c1;
        base2 += c2;
    }

    /** The place of the first candidate that feels a change at t. */
    public int place(double t, boolean toTheRight) {
        return toTheRight ? Math.max(zero, place(t)) : Math.min(zero, place(t)) - 1;
    }

    @Override
    public void change(double t, boolean toTheRight, double c0, double c1, double c2) {
        change(place(t, toTheRight), c0, c1, c2);
    }

    @Override
    public void change(BreakpointBatch batch) {
        if (!isEven) {
            PieceCollector.super.change(batch);
            return;
        }
        double[] t = batch.t;
        int[] leftwards = batch.leftwards;
        double[] into = changes;
        double first = distances[0];
        for (int i = 0; i < batch.count; i++) {
            int place = Math.max(0, Math.min(count, (int) Math.ceil((t[i] - first) * perDistance))) - leftwards[i];
            // What no candidate feels is put behind the last; -1 becomes a large number.
            int from = COEFFICIENTS * Math.min(place & Integer.MAX_VALUE, count);
            into[from] += batch.c0[i];
            into[from + 1] += batch.c1[i];
            into[from + 2] += batch.c2[i];
        }
    }

    /** Adds a change that counts from a place on, away from 0. */
    public void change(int place, double c0, double c1, double c2) {
        if (place >= 0 && place < count) {
            int from = COEFFICIENTS * place;
            changes[from] += c0;
            changes[from + 1] += c1;
            changes[from + 2] += c2;
        }
    }

    /** Adds the sums of other rows at the same candidates. */
    void add(PiecewiseQuadratic other) {
        add(other.base0, other.base1, other.base2);
        size0 += other.size0;
        size1 += other.size1;
        size2 += other.size2;
        for (int i = 0; i < COEFFICIENTS * count; i++) {
            changes[i] += other.changes[i];
        }
        if (other.hasJumps) {
            hasJumps = true;
            for (int place = 0; place < count; place++) {
                jumps[place] |= other.jumps[place];
                doubts[place] += other.doubts[place];
            }
        }
    }

    /**
     * Length of the array that {@link #write} fills, for so many candidates.
     *
     * @param withJumps whether rows may jump
     */
    public static int length(int count, boolean withJumps) {
        return HEAD + COEFFICIENTS * count + (withJumps ? 2 * count : 0);
    }

    /** Writes these sums so that the sums of the elements of several arrays tell the sums of all their rows. */
    public void write(double[] into, int from, boolean withJumps) {
        if (hasJumps && !withJumps) {
            throw new IllegalStateException("a row jumps where none can");
        }
        double[] head = {base0, base1, base2, size0, size1, size2};
        System.arraycopy(head, 0, into, from, HEAD);
        System.arraycopy(changes, 0, into, from + HEAD, COEFFICIENTS * count);
        int next = from + HEAD + COEFFICIENTS * count;
        for (int place = 0; hasJumps && place < count; place++) {
            into[next + 2 * place] = jumps[place] ? 1 : 0;
            into[next + 2 * place + 1] = doubts[place];
        }
    }

    /** Adds the sums that such arrays, added up, tell of the same candidates. */
    public void read(double[] array, int from, boolean withJumps) {
        add(array[from], array[from + 1], array[from + 2]);
        grow(array[from + COEFFICIENTS], array[from + COEFFICIENTS + 1], array[from + COEFFICIENTS + 2]);
        for (int i = 0; i < COEFFICIENTS * count; i++) {
            changes[i] += array[from + HEAD + i];
        }
        hasJumps |= withJumps;
        int next = from + HEAD + COEFFICIENTS * count;
        for (int place = 0; withJumps && place < count; place++) {
            jumps[place] |= array[next + 2 * place] > 0;
            doubts[place] += array[next + 2 * place + 1];
        }
    }

    @Override
    public void grow(double c0, double c1, double c2) {
        size0 += Math.abs(c0);
        size1 += Math.abs(c1);
        size2 += Math.abs(c2);
    }

    @Override
    public void jump(double t, boolean toTheRight, double margin, double amount) {
        hasJumps = true;
        int place = place(t);
        jumps[toTheRight ? Math.max(zero, place) : Math.min(zero, place)] = true;
        doubt(t - margin, t + margin, amount);
    }

    @Override
    public void doubt(double from, double to, double amount) {
        hasJumps = true;
        // Places are rounded; what either way is between counts.
        int first = place(from);
        int end = place(to);
        for (int place = Math.max(0, first - 1); place < count && (place < end || distances[place] <= to); place++) {
            if (place >= first || distances[place] >= from) {
                doubts[place] += amount;
            }
        }
    }

    /**
     * The sums at all candidates.
     *
     * @param errors receives how far they may be off, but for the rounding of the lines themselves
     */
    public void evaluate(double[] sums, double[] errors) {
        evaluate(zero, count, 1, sums, errors);
        evaluate(zero - 1, -1, -1, sums, errors);
        if (hasJumps) {
            for (int place = 0; place < count; place++) {
                errors[place] += doubts[place];
            }
        }
    }

    private void evaluate(int from, int to, int direction, double[] sums, double[] errors) {
        double c0 = base0;
        double c1 = base1;
        double c2 = base2;
        double largest0 = size0 + Math.abs(base0);
        double largest1 = size1 + Math.abs(base1);
        double largest2 = size2 + Math.abs(base2);
        for (int place = from; place != to; place += direction) {
            c0 += changes[COEFFICIENTS * place];
            c1 += changes[COEFFICIENTS * place + 1];
            c2 += changes[COEFFICIENTS * place + 2];
            double t = distances[place];
            sums[place] = c0 + t * (2 * c1 + t * c2);
            largest0 = larger(largest0, Math.abs(c0));
            largest1 = larger(largest1, Math.abs(c1));
            largest2 = larger(largest2, Math.abs(c2));
            errors[place] = ROUNDING * (largest0 + Math.abs(t) * (2 * largest1 + Math.abs(t) * largest2));
        }
    }

    /**
     * The coefficients that hold at each candidate, and the largest on the way to it.
     *
     * @param into receives them, {@value #TRACE} numbers a candidate
     */
    public void trace(double[] into) {
        trace(zero, count, 1, into);
        trace(zero - 1, -1, -1, into);
    }

    /** The coefficients of the piece around 0, and their sizes. */
    public void base(double[] c, double[] largest) {
        c[0] = base0;
        c[1] = base1;
        c[2] = base2;
        largest[0] = size0 + Math.abs(base0);
        largest[1] = size1 + Math.abs(base1);
        largest[2] = size2 + Math.abs(base2);
    }

    private void trace(int from, int to, int direction, double[] into) {
        double[] c = new double[COEFFICIENTS];
        double[] largest = new double[COEFFICIENTS];
        base(c, largest);
        for (int place = from; place != to; place += direction) {
            for (int k = 0; k < COEFFICIENTS; k++) {
                c[k] += changes[COEFFICIENTS * place + k];
                largest[k] = Math.max(largest[k], Math.abs(c[k]));
                into[TRACE * place + k] = c[k];
                into[TRACE * place + COEFFICIENTS + k] = largest[k];
            }
        }
    }

    /** Without the care that {@link Math#max} takes of zeros. */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    /** The sum at the current value. */
    public double atCurrent() {
        return base0;
    }

    /** How far it may be off, but for the rounding of the lines themselves. */
    public double errorAtCurrent() {
        return ROUNDING * (size0 + Math.abs(base0));
    }

    /** Place of the first candidate at the current value or beyond. */
    public int zero() {
        return zero;
    }

    /** Whether any row jumps or is in doubt anywhere. */
    public boolean hasJumps() {
        return hasJumps;
    }

    /** Whether a row may be near a jump at any candidate. */
    public boolean isAnyDoubtful() {
        boolean isAny = false;
        for (int place = 0; hasJumps && place < count; place++) {
            isAny |= doubts[place] > 0;
        }
        return isAny;
    }

    /** Whether a row may be near a jump at a candidate. */
    public boolean isDoubtful(int place) {
        return hasJumps && place < count && doubts[place] > 0;
    }

    /** Whether a row may jump between a candidate and the one before it. */
    public boolean isJump(int place) {
        return hasJumps && jumps[place];
    }
}
