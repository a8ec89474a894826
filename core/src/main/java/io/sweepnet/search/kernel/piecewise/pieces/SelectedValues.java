package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * Values of a continuous range to choose from: those that seem to have the lowest sum, and extra ones, tried because sums are
 * uncertain, which win only where they are better than all others, and so never a tie.
 */
public final class SelectedValues {

    private static final int CAPACITY = 64;

    private double[] found = new double[CAPACITY];
    private double[] extra = new double[CAPACITY];
    private int foundCount;
    private int extraCount;

    /** Both, ascending. */
    private double[] all = new double[2 * CAPACITY];

    private int[] indices = new int[2 * CAPACITY];
    private int count;

    public void clear() {
        foundCount = 0;
        extraCount = 0;
        count = 0;
    }

    public void add(double value) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * foundCount);
        }
        found[foundCount++] = value;
    }

    public void addExtra(double value) {
        if (extraCount == extra.length) {
            extra = Arrays.copyOf(extra, 2 * extraCount);
        }
        extra[extraCount++] = value;
    }

    /** Sorts all values and drops one of them, and those that are there twice. */
    public void arrange(double dropped) {
        Arrays.sort(found, 0, foundCount);
        Arrays.sort(extra, 0, extraCount);
        int most = foundCount + extraCount;
        if (all.length < most) {
            all = new double[2 * most];
            indices = new int[2 * most];
        }
        count = 0;
        int ordinal = 0;
        int nextExtra = 0;
        for (int i = 0; i <= foundCount; i++) {
            double value = i < foundCount ? found[i] : Double.POSITIVE_INFINITY;
            while (nextExtra < extraCount && extra[nextExtra] < value) {
                append(extra[nextExtra], foundCount + nextExtra, dropped);
                nextExtra++;
            }
            while (nextExtra < extraCount && extra[nextExtra] == value) {
                nextExtra++;
            }
            if (i < foundCount) {
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

    public int count() {
        return count;
    }

    public double value(int place) {
        return all[place];
    }

    /** By which ties are ranked: of those found 0, 1 ... in ascending order, of extra ones more. */
    int index(int place) {
        return indices[place];
    }

    boolean isExtra(int place) {
        return indices[place] >= foundCount;
    }
}
