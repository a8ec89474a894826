package io.sweepnet.metric;

/** How much weight the rows have whose class is, is predicted as, or is rightly predicted as each of the classes. */
public final class ClassCounts {

    private final double[] sums;
    private final int classes;
    private final double total;

    /**
     * Counts that were summed.
     *
     * @param sums of the rows rightly predicted by class, then of those predicted, then of those that are of it
     * @param total of all rows
     */
    ClassCounts(double[] sums, double total) {
        this.sums = sums;
        this.classes = sums.length / 3;
        this.total = total;
    }

    static int size(int classes) {
        return 3 * classes;
    }

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

    /** The number of classes, also of those that no row has. */
    public int classes() {
        return classes;
    }

    /** The weight of all rows. */
    public double total() {
        return total;
    }

    /** The weight of the rows of a class that are predicted rightly: true positives. */
    public double right(int k) {
        return sums[k];
    }

    /** The weight of the rows that are predicted as a class: true and false positives. */
    public double predicted(int k) {
        return sums[classes + k];
    }

    /** The weight of the rows of a class: true positives and false negatives. */
    public double actual(int k) {
        return sums[2 * classes + k];
    }
}
