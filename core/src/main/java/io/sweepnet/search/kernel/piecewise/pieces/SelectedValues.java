package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * Values of a continuous range to choose from. The best ones seem to have the lowest sum. Extra ones are tried because
 * sums are uncertain; an extra value wins only where its loss is lower than those of all best values, and so never by a
 * tie.
 */
public final class SelectedValues {

    private static final int CAPACITY = 64;

    private double[] best = new double[CAPACITY];
    private double[] extra = new double[CAPACITY];
    private int bestCount;
    private int extraCount;

    /** Both kinds, ascending. */
    private double[] all = new double[2 * CAPACITY];

    private int[] indices = new int[2 * CAPACITY];
    private int count;

    /** Removes all values. */
    public void clear() {
        bestCount = 0;
        extraCount = 0;
        count = 0;
    }

    /** Adds a value that seems to have the lowest sum. */
    public void add(double value) {
        if (bestCount == best.length) {
            best = Arrays.copyOf(best, 2 * bestCount);
        }
        best[bestCount++] = value;
    }

    /** Adds an extra value. */
    public void addExtra(double value) {
        if (extraCount == extra.length) {
            extra = Arrays.copyOf(extra, 2 * extraCount);
        }
        extra[extraCount++] = value;
    }

    /**
     * Sorts all values, and removes duplicates and one given value.
     *
     * @param dropped the value to remove; NaN for none
     */
    public void arrange(double dropped) {
        Arrays.sort(best, 0, bestCount);
        Arrays.sort(extra, 0, extraCount);
        int most = bestCount + extraCount;
        if (all.length < most) {
            all = new double[2 * most];
            indices = new int[2 * most];
        }
        count = 0;
        int ordinal = 0;
        int nextExtra = 0;
        for (int i = 0; i <= bestCount; i++) {
            double value = i < bestCount ? best[i] : Double.POSITIVE_INFINITY;
            while (nextExtra < extraCount && extra[nextExtra] < value) {
                append(extra[nextExtra], bestCount + nextExtra, dropped);
                nextExtra++;
            }
            while (nextExtra < extraCount && extra[nextExtra] == value) {
                nextExtra++;
            }
            if (i < bestCount) {
                append(value, ordinal, dropped);
                ordinal++;
            }
        }
    }

    private void append(double value, int index, double dropped) {
        if (value != dropped && (count == 0 || value != all[count - 1])) {
            all[count] = value;
            indices[count] = index;
            count++;
        }
    }

    /** Returns the number of values after {@link #arrange}. */
    public int count() {
        return count;
    }

    /** Returns the value at a position, in ascending order. */
    public double value(int position) {
        return all[position];
    }

    /**
     * Returns the index that ranks a value in ties: 0, 1, ... for best values in ascending order, larger numbers for
     * extra ones.
     */
    int index(int position) {
        return indices[position];
    }

    /** Returns whether the value at a position is an extra one. */
    boolean isExtra(int position) {
        return indices[position] >= bestCount;
    }
}
