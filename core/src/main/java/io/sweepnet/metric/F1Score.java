package io.sweepnet.metric;

/**
 * The F1 score of each class, the harmonic mean of {@link Precision} and {@link Recall}, 2 TP / (predicted + actual), and
 * its macro average; 0 to 1. It is not defined for a class that no row is of and no row is predicted as.
 *
 * <p>Source: C. J. van Rijsbergen, Information Retrieval, 2nd edition, 1979, chapter 7 (effectiveness E = 1 - F1).
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
