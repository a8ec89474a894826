package io.sweepnet.metric;

/** For each class the total weights of its rows, of the rows predicted as it, and of the rows correctly predicted as it. */
public final class ClassCounts {

    private final double[] sums;
    private final int classes;
    private final double total;

    /**
     * Creates counts from sums of weights.
     *
     * @param sums by class the weights of the rows correctly predicted, then of those predicted as it, then of its rows
     * @param total weight of all rows
     */
    ClassCounts(double[] sums, double total) {
        this.sums = sums;
        this.classes = sums.length / 3;
        this.total = total;
    }

    /** Returns the number of sums for the given number of classes. */
    static int size(int classes) {
        return 3 * classes;
    }

    /** Adds the weights of some rows to the sums. */
    static void add(PredictedRows rows, int classes, double[] sums) {
        for (int row = 0; row < rows.count(); row++) {
            int target = rows.targetClass(row);
            int predicted = rows.predictedClass(row);
            double weight = rows.weight(row);
            sums[classes + predicted] += weight;
            sums[2 * classes + target] += weight;
            if (target == predicted) {
                sums[target] += weight;
            }
        }
    }

    /** Returns the number of classes, including those without rows. */
    public int classes() {
        return classes;
    }

    /** Returns the weight of all rows. */
    public double total() {
        return total;
    }

    /** Returns the weight of the rows of class k that are predicted as it: true positives. */
    public double right(int k) {
        return sums[k];
    }

    /** Returns the weight of the rows that are predicted as class k: true and false positives. */
    public double predicted(int k) {
        return sums[classes + k];
    }

    /** Returns the weight of the rows of class k: true positives and false negatives. */
    public double actual(int k) {
        return sums[2 * classes + k];
    }
}
