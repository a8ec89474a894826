package io.sweepnet.metric;

/** The mean absolute error, mean(|prediction - target|), in the target's own units; at least 0. */
public final class MeanAbsoluteError extends MeanMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "mae";
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
        return rows.weight(row) * Math.abs(rows.prediction(row) - rows.target(row));
    }
}
