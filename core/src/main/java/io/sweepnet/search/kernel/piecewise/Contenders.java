package io.sweepnet.search.kernel.piecewise;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Values that may have the lowest sum of a range, with their sums but for rounding. */
final class Contenders {

    private int count;
    private double[] values = new double[16];
    private double[] sums = new double[16];
    private double[] errors = new double[16];

    /** Bound that the lowest sum does not exceed. */
    private double highest;

    /** By how much any sum may be off, beside its own error. */
    private double slack;

    /**
     * A step begins.
     *
     * @param highest bound that its lowest sum does not exceed
     * @param slack by how much any sum may be off, beside its own error
     */
    void begin(double highest, double slack) {
        this.highest = highest;
        this.slack = slack;
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
        if (sum - error - slack > highest) {
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
    void takeBack() {
        count--;
    }

    /** Drops those above a bound, of one value all but one, and the highest sums where there are too many; ascending. */
    void select(double bound, int most) {
        int[] chosen = IntStream.range(0, count)
                .filter(i -> !(sums[i] - errors[i] - slack > bound))
                .boxed()
                .sorted((i, j) ->
                        sums[i] != sums[j] ? Double.compare(sums[i], sums[j]) : Double.compare(values[i], values[j]))
                .limit(most)
                .sorted((i, j) -> Double.compare(values[i], values[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        take(chosen);
    }

    private void take(int[] chosen) {
        double[] newValues = new double[Math.max(16, chosen.length)];
        double[] newSums = new double[newValues.length];
        double[] newErrors = new double[newValues.length];
        count = 0;
        for (int i : chosen) {
            if (count == 0 || values[i] != newValues[count - 1]) {
                newValues[count] = values[i];
                newSums[count] = sums[i];
                newErrors[count] = errors[i];
                count++;
            }
        }
        values = newValues;
        sums = newSums;
        errors = newErrors;
    }
}
