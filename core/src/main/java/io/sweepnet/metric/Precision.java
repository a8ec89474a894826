package io.sweepnet.metric;

/**
 * The precision of each class, the share of the rows predicted as the class that are of it, TP / predicted, and its macro
 * average; 0 to 1. It is 0 for a class that has rows and that no row is predicted as (scikit-learn's {@code
 * zero_division=0}), and not defined for a class that no row is of and no row is predicted as, as in {@link F1Score}.
 */
public final class Precision extends MacroMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected Double ofClass(ClassCounts counts, int k) {
        if (counts.predicted(k) > 0) {
            return counts.right(k) / counts.predicted(k);
        }
        return counts.actual(k) > 0 ? 0.0 : null;
    }
}
