package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.kernel.piecewise.pieces.IndexSort;
import java.util.Arrays;

/** Values that may have the lowest sum of a range, with their sums and error bounds. */
final class LocalMinima {

    private int count;
    private double[] values = new double[16];
    private double[] sums = new double[16];
    private double[] errors = new double[16];

    /** Work space of {@link #select}: the selected values, and their order. */
    private double[] spareValues = new double[16];

    private double[] spareSums = new double[16];
    private double[] spareErrors = new double[16];
    private int[] indices = new int[16];
    private final IndexSort.Order bySums = this::isLower;
    private final IndexSort.Order byValues = this::isLess;

    /** Upper bound of the lowest sum. */
    private double highest;

    /** Error bound of any sum, in addition to its own. */
    private double errorBound;

    /**
     * Begins a step.
     *
     * @param highest upper bound of the lowest sum
     * @param errorBound error bound of any sum, in addition to its own
     */
    void begin(double highest, double errorBound) {
        this.highest = highest;
        this.errorBound = errorBound;
        count = 0;
    }

    /** Lowers the upper bound of the lowest sum to {@code sum}, if that is lower. */
    void bound(double sum) {
        highest = Math.min(highest, sum);
    }

    /** Returns the upper bound of the lowest sum. */
    double highest() {
        return highest;
    }

    /** Returns the number of values. */
    int count() {
        return count;
    }

    /** Returns a value. */
    double value(int index) {
        return values[index];
    }

    /** Returns the sum of a value. */
    double sum(int index) {
        return sums[index];
    }

    /** Returns the error bound of that sum. */
    double error(int index) {
        return errors[index];
    }

    /** Adds a value; returns false where its sum is too high. */
    boolean offer(double value, double sum, double error) {
        if (sum - error - errorBound > highest) {
            return false;
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
            sums = Arrays.copyOf(sums, 2 * count);
            errors = Arrays.copyOf(errors, 2 * count);
        }
        values[count] = value;
        sums[count] = sum;
        errors[count] = error;
        count++;
        return true;
    }

    /** Removes the value added last. */
    void removeLast() {
        count--;
    }

    /**
     * Selects values in ascending order: drops those with sums above a bound, duplicates, and the highest sums beyond
     * the capacity.
     */
    void select(double bound, int capacity) {
        if (indices.length < count) {
            indices = new int[values.length];
        }
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (!(sums[i] - errors[i] - errorBound > bound)) {
                indices[left++] = i;
            }
        }
        if (left > capacity) {
            IndexSort.sort(indices, left, bySums);
            left = capacity;
        }
        IndexSort.sort(indices, left, byValues);
        collectSelected(left);
    }

    /** Orders values by their sums, and those with equal sums by value. */
    private boolean isLower(int a, int b) {
        int order = sums[a] != sums[b] ? Double.compare(sums[a], sums[b]) : 0;
        return order != 0 ? order < 0 : isLess(a, b);
    }

    /** Orders by value, and equal values in the order of adding. */
    private boolean isLess(int a, int b) {
        int order = Double.compare(values[a], values[b]);
        return order != 0 ? order < 0 : a < b;
    }

    private void collectSelected(int length) {
        if (spareValues.length < length) {
            spareValues = new double[values.length];
            spareSums = new double[values.length];
            spareErrors = new double[values.length];
        }
        count = 0;
        for (int i = 0; i < length; i++) {
            int chosen = indices[i];
            if (count == 0 || values[chosen] != spareValues[count - 1]) {
                spareValues[count] = values[chosen];
                spareSums[count] = sums[chosen];
                spareErrors[count] = errors[chosen];
                count++;
            }
        }
        double[] before = values;
        values = spareValues;
        spareValues = before;
        before = sums;
        sums = spareSums;
        spareSums = before;
        before = errors;
        errors = spareErrors;
        spareErrors = before;
    }
}
