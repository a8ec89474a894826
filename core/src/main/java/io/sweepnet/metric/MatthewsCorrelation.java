package io.sweepnet.metric;

/**
 * The Matthews correlation coefficient, for several classes Gorodkin's R_K: the correlation of the rows' classes with the
 * predicted ones. With the shares c of the rows predicted correctly, p_k predicted as class k and t_k of class k,
 *
 * <pre>(c - sum_k p_k t_k) / sqrt((1 - sum_k p_k²) (1 - sum_k t_k²))</pre>
 *
 * <p>It is -1 to 1 for two classes, 1 if all predictions are correct, and about 0 for predictions that do not depend on the
 * class. It is not defined if all rows are of one class, and 0 if all are predicted as one.
 *
 * <p>Sources: B. W. Matthews, Biochimica et Biophysica Acta 405, 1975; J. Gorodkin, Comparing two K-category assignments by
 * a K-category correlation coefficient, Computational Biology and Chemistry 28, 2004, equation 8.
 */
public final class MatthewsCorrelation extends ClassCountMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "mcc";
    }

    @Override
    public String title() {
        return "Matthews correlation";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected Double whole(ClassCounts counts) {
        int actualClasses = 0;
        int predictedClasses = 0;
        double right = 0;
        double both = 0;
        double actualSquares = 0;
        double predictedSquares = 0;
        for (int k = 0; k < counts.classes(); k++) {
            double actual = counts.actual(k) / counts.total();
            double predicted = counts.predicted(k) / counts.total();
            actualClasses += actual > 0 ? 1 : 0;
            predictedClasses += predicted > 0 ? 1 : 0;
            right += counts.right(k) / counts.total();
            both += actual * predicted;
            actualSquares += actual * actual;
            predictedSquares += predicted * predicted;
        }
        if (actualClasses < 2) {
            return null;
        }
        double variation = Math.sqrt((1 - actualSquares) * (1 - predictedSquares));
        return predictedClasses < 2 ? 0 : (right - both) / variation;
    }

    @Override
    protected boolean hasClassValues() {
        return false;
    }

    @Override
    protected Double ofClass(ClassCounts counts, int k) {
        throw new UnsupportedOperationException(name() + " has no values of classes");
    }
}
