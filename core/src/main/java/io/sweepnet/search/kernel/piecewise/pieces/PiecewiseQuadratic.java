package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * A sum of row losses that is a quadratic on every piece of the range of a parameter: {@code c0 + 2 c1 t + c2 t^2}
 * around t = 0, where t is the distance from the current value, and a change of the coefficients at each breakpoint.
 * Changes are kept in the bucket of the first candidate beyond their breakpoint. Everything is relative to the current
 * value, so breakpoints far from it cost no precision near it.
 */
public final class PiecewiseQuadratic implements PieceCollector {

    /** Coefficients of a quadratic: {@code c0}, {@code c1} and {@code c2}. */
    public static final int COEFFICIENTS = 3;

    /** Length of the head of an array, before the changes: the base and the sizes. */
    private static final int HEAD = 2 * COEFFICIENTS;

    /** Numbers that {@link #trace} sets for each candidate. */
    public static final int TRACE = 2 * COEFFICIENTS;

    /** Rounding error of a sum, as a share of the largest coefficients on the way to it. */
    public static final double ROUNDING = 1e-11;

    /** Distances of the candidates from the current value, ascending. */
    private double[] distances = {};

    private int count;
    private boolean isEvenlySpaced;
    private double indexPerDistance;

    /** Index of the first candidate at 0 or beyond. */
    private int zeroIndex;

    private double base0;
    private double base1;
    private double base2;

    /** Changes that apply from a candidate on, away from 0, [candidate][coefficient]. */
    private double[] changes = {};

    /** Sizes of coefficients that the sums may not show, since some have cancelled. */
    private double size0;

    private double size1;
    private double size2;

    private boolean hasJumps;

    /**
     * Whether some row jumps between a candidate and the one before it, [candidate]; the current value is before {@link
     * #zeroIndex}.
     */
    private boolean[] jumps = {};

    /** How far a candidate's sum may be off because rows are near a jump, [candidate]. */
    private double[] uncertainties = {};

    /** Begins a step with no rows added, at the distances of the given candidates. */
    public void begin(SortedCandidates candidates) {
        begin(candidates.distances(), candidates.count(), candidates.isEvenlySpaced());
    }

    /**
     * Begins a step with no rows added.
     *
     * @param distances distances of the candidates from the current value, ascending
     * @param count number of candidates
     * @param areEvenlySpaced whether the distances are those of a grid
     */
    public void begin(double[] distances, int count, boolean areEvenlySpaced) {
        this.distances = distances;
        this.count = count;
        isEvenlySpaced = areEvenlySpaced && count > 1;
        if (changes.length <= COEFFICIENTS * count) {
            changes = new double[COEFFICIENTS * (count + 1)];
            jumps = new boolean[count + 1];
            uncertainties = new double[count];
            hasJumps = false;
        } else {
            Arrays.fill(changes, 0, COEFFICIENTS * count, 0);
        }
        if (hasJumps) {
            Arrays.fill(jumps, false);
            Arrays.fill(uncertainties, 0);
            hasJumps = false;
        }
        indexPerDistance = count > 1 ? (count - 1) / (distances[count - 1] - distances[0]) : 0;
        zeroIndex = index(0);
        base0 = 0;
        base1 = 0;
        base2 = 0;
        size0 = 0;
        size1 = 0;
        size2 = 0;
    }

    /**
     * Returns the index of the first candidate at a distance or beyond; for a grid it is rounded, and so may be off by
     * one where t is at a candidate.
     */
    private int index(double t) {
        if (isEvenlySpaced) {
            double index = Math.ceil((t - distances[0]) * indexPerDistance);
            return index <= 0 ? 0 : index >= count ? count : (int) index;
        }
        int index = Arrays.binarySearch(distances, 0, count, t);
        return index >= 0 ? index : -index - 1;
    }

    @Override
    public void add(double c0, double c1, double c2) {
        base0 += c0;
        base1 += c1;
        base2 += c2;
    }

    /**
     * Returns the index of the first candidate that a change at t applies to; -1 or the number of candidates if there
     * is none.
     */
    public int index(double t, boolean toTheRight) {
        return toTheRight ? Math.max(zeroIndex, index(t)) : Math.min(zeroIndex, index(t)) - 1;
    }

    @Override
    public void change(double t, boolean toTheRight, double c0, double c1, double c2) {
        change(index(t, toTheRight), c0, c1, c2);
    }

    @Override
    public void change(BreakpointBatch batch) {
        if (!isEvenlySpaced) {
            PieceCollector.super.change(batch);
            return;
        }
        double[] t = batch.t;
        int[] leftwards = batch.leftwards;
        double[] into = changes;
        double first = distances[0];
        for (int i = 0; i < batch.count; i++) {
            int index = Math.max(0, Math.min(count, (int) Math.ceil((t[i] - first) * indexPerDistance))) - leftwards[i];
            // Changes that apply to no candidate are added behind the last one; -1 becomes a large number.
            int from = COEFFICIENTS * Math.min(index & Integer.MAX_VALUE, count);
            into[from] += batch.c0[i];
            into[from + 1] += batch.c1[i];
            into[from + 2] += batch.c2[i];
        }
    }

    /** Adds a change that applies from a candidate on, away from 0; ignored if there is no such candidate. */
    public void change(int index, double c0, double c1, double c2) {
        if (index >= 0 && index < count) {
            int from = COEFFICIENTS * index;
            changes[from] += c0;
            changes[from + 1] += c1;
            changes[from + 2] += c2;
        }
    }

    /** Adds the sum of other rows at the same candidates. */
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
            for (int index = 0; index < count; index++) {
                jumps[index] |= other.jumps[index];
                uncertainties[index] += other.uncertainties[index];
            }
        }
    }

    /**
     * Returns the length of the array that {@link #write} fills.
     *
     * @param count number of candidates
     * @param withJumps whether rows may jump
     */
    public static int length(int count, boolean withJumps) {
        return HEAD + COEFFICIENTS * count + (withJumps ? 2 * count : 0);
    }

    /**
     * Writes this sum to an array, so that the elementwise sum of the arrays of several processes represents all their
     * rows.
     *
     * @throws IllegalStateException where a row jumps and {@code withJumps} is false
     */
    public void write(double[] into, int from, boolean withJumps) {
        if (hasJumps && !withJumps) {
            throw new IllegalStateException("a row jumps where none can");
        }
        double[] head = {base0, base1, base2, size0, size1, size2};
        System.arraycopy(head, 0, into, from, HEAD);
        System.arraycopy(changes, 0, into, from + HEAD, COEFFICIENTS * count);
        int next = from + HEAD + COEFFICIENTS * count;
        for (int index = 0; hasJumps && index < count; index++) {
            into[next + 2 * index] = jumps[index] ? 1 : 0;
            into[next + 2 * index + 1] = uncertainties[index];
        }
    }

    /** Adds the sum that an elementwise sum of such arrays represents, at the same candidates. */
    public void read(double[] array, int from, boolean withJumps) {
        add(array[from], array[from + 1], array[from + 2]);
        growErrorBound(array[from + COEFFICIENTS], array[from + COEFFICIENTS + 1], array[from + COEFFICIENTS + 2]);
        for (int i = 0; i < COEFFICIENTS * count; i++) {
            changes[i] += array[from + HEAD + i];
        }
        hasJumps |= withJumps;
        int next = from + HEAD + COEFFICIENTS * count;
        for (int index = 0; withJumps && index < count; index++) {
            jumps[index] |= array[next + 2 * index] > 0;
            uncertainties[index] += array[next + 2 * index + 1];
        }
    }

    @Override
    public void growErrorBound(double c0, double c1, double c2) {
        size0 += Math.abs(c0);
        size1 += Math.abs(c1);
        size2 += Math.abs(c2);
    }

    @Override
    public void jump(double t, boolean toTheRight, double margin, double amount) {
        hasJumps = true;
        int index = index(t);
        jumps[toTheRight ? Math.max(zeroIndex, index) : Math.min(zeroIndex, index)] = true;
        uncertain(t - margin, t + margin, amount);
    }

    @Override
    public void uncertain(double from, double to, double amount) {
        hasJumps = true;
        // Indices are rounded; candidates between the distances by either measure are included.
        int first = index(from);
        int end = index(to);
        for (int index = Math.max(0, first - 1); index < count && (index < end || distances[index] <= to); index++) {
            if (index >= first || distances[index] >= from) {
                uncertainties[index] += amount;
            }
        }
    }

    /**
     * Computes the sums at all candidates.
     *
     * @param sums receives the sums, [candidate]
     * @param errors receives their error bounds, without the rounding of the lines themselves
     */
    public void evaluate(double[] sums, double[] errors) {
        evaluate(zeroIndex, count, 1, sums, errors);
        evaluate(zeroIndex - 1, -1, -1, sums, errors);
        if (hasJumps) {
            for (int index = 0; index < count; index++) {
                errors[index] += uncertainties[index];
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
        for (int index = from; index != to; index += direction) {
            c0 += changes[COEFFICIENTS * index];
            c1 += changes[COEFFICIENTS * index + 1];
            c2 += changes[COEFFICIENTS * index + 2];
            double t = distances[index];
            sums[index] = c0 + t * (2 * c1 + t * c2);
            largest0 = larger(largest0, Math.abs(c0));
            largest1 = larger(largest1, Math.abs(c1));
            largest2 = larger(largest2, Math.abs(c2));
            errors[index] = ROUNDING * (largest0 + Math.abs(t) * (2 * largest1 + Math.abs(t) * largest2));
        }
    }

    /**
     * Computes the coefficients at each candidate, and the largest on the way to it.
     *
     * @param into receives them, {@value #TRACE} numbers for each candidate
     */
    public void trace(double[] into) {
        trace(zeroIndex, count, 1, into);
        trace(zeroIndex - 1, -1, -1, into);
    }

    /** Returns the coefficients of the piece around 0 in {@code c}, and their sizes in {@code largest}. */
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
        for (int index = from; index != to; index += direction) {
            for (int k = 0; k < COEFFICIENTS; k++) {
                c[k] += changes[COEFFICIENTS * index + k];
                largest[k] = Math.max(largest[k], Math.abs(c[k]));
                into[TRACE * index + k] = c[k];
                into[TRACE * index + COEFFICIENTS + k] = largest[k];
            }
        }
    }

    /**
     * Returns the larger number. Unlike {@link Math#max} it does not distinguish between zeros, which takes fewer
     * instructions.
     */
    private static double larger(double a, double b) {
        return a > b ? a : b;
    }

    /** Returns the sum at the current value. */
    public double atCurrent() {
        return base0;
    }

    /** Returns the error bound of the sum at the current value, without the rounding of the lines themselves. */
    public double errorAtCurrent() {
        return ROUNDING * (size0 + Math.abs(base0));
    }

    /** Returns the index of the first candidate at the current value or beyond. */
    public int zeroIndex() {
        return zeroIndex;
    }

    /** Returns whether any row jumps or is uncertain anywhere. */
    public boolean hasJumps() {
        return hasJumps;
    }

    /** Returns whether a row may be near a jump at any candidate. */
    public boolean isAnyUncertain() {
        boolean isAny = false;
        for (int index = 0; hasJumps && index < count; index++) {
            isAny |= uncertainties[index] > 0;
        }
        return isAny;
    }

    /** Returns whether a row may be near a jump at a candidate. */
    public boolean isUncertain(int index) {
        return hasJumps && index < count && uncertainties[index] > 0;
    }

    /** Returns whether a row may jump between a candidate and the one before it. */
    public boolean isJump(int index) {
        return hasJumps && jumps[index];
    }
}
