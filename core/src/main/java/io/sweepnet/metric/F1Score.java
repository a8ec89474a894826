package io.sweepnet.metric;

/**
 * F1 of each class, the harmonic mean of {@link Precision} and {@link Recall}, 2 TP / (predicted + actual), and its macro
 * average; 0 to 1. A class that no row has and none is predicted as has no F1.
 */
public final class F1Score extends MacroMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "f1";
    }

    @Override
    public String title() {
        return "F1";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected Double ofClass(ClassCounts counts, int k) {
        double counted = counts.predicted(k) + counts.actual(k);
        return counted > 0 ? 2 * counts.right(k) / counted : null;
    }
}
