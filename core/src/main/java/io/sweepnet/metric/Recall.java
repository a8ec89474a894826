package io.sweepnet.metric;

/**
 * The recall (sensitivity) of each class, the share of the class's rows that are predicted as it, TP / actual, and its macro
 * average; 0 to 1. It is not defined for a class without rows, which does not count in the average.
 */
public final class Recall extends MacroMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected Double ofClass(ClassCounts counts, int k) {
        return of(counts, k);
    }

    /** Returns the recall of class k; null if it has no rows. */
    static Double of(ClassCounts counts, int k) {
        return counts.actual(k) > 0 ? counts.right(k) / counts.actual(k) : null;
    }
}
