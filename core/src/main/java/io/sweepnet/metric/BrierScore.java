package io.sweepnet.metric;

/**
 * The Brier score of the predicted probabilities p, the softmax of the outputs: the mean over rows of sum_k (p_k - y_k)²,
 * where y_k is 1 for the row's class and 0 for others; 0 to 2. With two classes it is therefore twice the squared error of
 * the probability of one class.
 *
 * <p>Source: G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78(1), 1950,
 * equation 2.
 */
public final class BrierScore extends MeanMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "brier";
    }

    @Override
    public String title() {
        return "Brier score";
    }

    @Override
    public boolean isForClasses() {
        return true;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    protected double weighted(PredictedRows rows, int row) {
        double[] probabilities = rows.probabilities(row);
        int target = rows.targetClass(row);
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double distance = probabilities[k] - (k == target ? 1 : 0);
            sum += distance * distance;
        }
        return rows.weight(row) * sum;
    }
}
