package io.sweepnet.search.kernel.piecewise.exact;

import io.sweepnet.search.kernel.piecewise.pieces.IndexSort;
import java.util.Arrays;

/** Values that may have the lowest sum of a range, with their sums but for rounding. */
final class LocalMinima {

    private int count;
    private double[] values = new double[16];
    private double[] sums = new double[16];
    private double[] errors = new double[16];

    /** Room for those selected, and their order. */
    private double[] spareValues = new double[16];

    private double[] spareSums = new double[16];
    private double[] spareErrors = new double[16];
    private int[] indices = new int[16];
    private final IndexSort.Order bySums = this::isLower;
    private final IndexSort.Order byValues = this::isLess;

    /** Bound that the lowest sum does not exceed. */
    private double highest;

    /** By how much any sum may be off, beside its own error. */
    private double errorBound;

    /**
     * A step begins.
     *
     * @param highest bound that its lowest sum does not exceed
     * @param errorBound by how much any sum may be off, beside its own error
     */
    void begin(double highest, double errorBound) {
        this.highest = highest;
        this.errorBound = errorBound;
        count = 0;
    }

    /** Lowers the bound, where a sum is certain but for its error. */
    void bound(double sum) {
        highest = Math.min(highest, sum);
    }

    double highest() {
        return highest;
    }

    int count() {
        return count;
    }

    double value(int index) {
        return values[index];
    }

    double sum(int index) {
        return sums[index];
    }

    double error(int index) {
        return errors[index];
    }

    /** Offers a value; false where its sum is too high. */
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

    /** Takes the last one back. */
    void removeLast() {
        count--;
    }

    /** Drops those above a bound, of one value all but one, and the highest sums where there are too many; ascending. */
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

    /** The lower sum comes first, of equal ones the lower value. */
    private boolean isLower(int a, int b) {
        int order = sums[a] != sums[b] ? Double.compare(sums[a], sums[b]) : 0;
        return order != 0 ? order < 0 : isLess(a, b);
    }

    /** The lower value comes first, of equal ones the one offered first. */
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
