package io.sweepnet.metric;

/**
 * The balanced accuracy: the accuracy if all classes had the same total weight; 0 to 1, and 1 / classes for a constant
 * prediction. The whole is the mean of the classes' {@link Recall}, over the classes that have rows. The value of a class is
 * the balanced accuracy of deciding whether a row is of the class: the mean of the class's recall and of the recall of all
 * other classes together; it is not defined if either has no rows. With two classes all three values are the same.
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

    /**
     * Adds up the weights of the other classes instead of subtracting, so that the sum is exactly 0 if they have no rows.
     */
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
