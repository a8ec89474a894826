package io.sweepnet.metric;

/** The root mean squared error, sqrt(mean((prediction - target)²)), in the target's own units; at least 0. */
public final class RootMeanSquaredError extends MeanMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public boolean isForClasses() {
        return false;
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    protected double weighted(PredictedRows rows, int row) {
        double residual = rows.prediction(row) - rows.target(row);
        return rows.weight(row) * residual * residual;
    }

    @Override
    protected double ofMean(double mean) {
        return Math.sqrt(mean);
    }
}
