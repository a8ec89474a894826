package io.sweepnet.search.kernel.piecewise.pieces;

import java.util.Arrays;

/**
 * Values of a continuous range to choose from: those that seem to have the lowest sum, and extra ones, tried because sums are
 * uncertain, which win only where they are better than all others, and so never a tie.
 */
public final class SelectedValues {

    private static final int CAPACITY = 64;

    private double[] best = new double[CAPACITY];
    private double[] extra = new double[CAPACITY];
    private int bestCount;
    private int extraCount;

    /** Both, ascending. */
    private double[] all = new double[2 * CAPACITY];

    private int[] indices = new int[2 * CAPACITY];
    private int count;

    public void clear() {
        bestCount = 0;
        extraCount = 0;
        count = 0;
    }

    public void add(double value) {
        if (bestCount == best.length) {
            best = Arrays.copyOf(best, 2 * bestCount);
        }
        best[bestCount++] = value;
    }

    public void addExtra(double value) {
        if (extraCount == extra.length) {
            extra = Arrays.copyOf(extra, 2 * extraCount);
        }
        extra[extraCount++] = value;
    }

    /** Sorts all values and drops one of them, and those that are there twice. */
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

    public int count() {
        return count;
    }

    public double value(int position) {
        return all[position];
    }

    /** By which ties are ranked: of those found 0, 1 ... in ascending order, of extra ones more. */
    int index(int position) {
        return indices[position];
    }

    boolean isExtra(int position) {
        return indices[position] >= bestCount;
    }
}
