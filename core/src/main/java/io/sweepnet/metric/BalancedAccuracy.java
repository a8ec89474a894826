package io.sweepnet.metric;

/**
 * Balanced accuracy, what the accuracy would be if all classes had the same weight; 0 to 1, and 1 / classes for a constant
 * prediction. As a whole it is the mean of the classes' {@link Recall}, over the classes that rows have. Of a class it is that of
 * the question whether a row is of the class: the mean of the class's recall and of the recall of all others together, which is
 * not defined where either has no rows. Of two classes all three values are the same.
 *
 * <p>Source: K. H. Brodersen, C. S. Ong, K. E. Stephan, J. M. Buhmann, The balanced accuracy and its posterior distribution,
 * ICPR 2010; for several classes as in scikit-learn's {@code balanced_accuracy_score}.
 */
public final class BalancedAccuracy extends MacroMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public String title() {
        return "balanced accuracy";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected Double whole(ClassCounts counts) {
        Double[] recalls = new Double[counts.classes()];
        for (int k = 0; k < recalls.length; k++) {
            recalls[k] = Recall.of(counts, k);
        }
        return mean(recalls);
    }

    /** Weights of the other classes are added up, so that a class without rows leaves exactly 0. */
    @Override
    protected Double ofClass(ClassCounts counts, int k) {
        double others = 0;
        double predictedOthers = 0;
        for (int other = 0; other < counts.classes(); other++) {
            if (other != k) {
                others += counts.actual(other);
                predictedOthers += counts.predicted(other);
            }
        }
        Double recall = Recall.of(counts, k);
        if (recall == null || others == 0) {
            return null;
        }
        double missed = counts.actual(k) - counts.right(k);
        return (recall + (predictedOthers - missed) / others) / 2;
    }
}
