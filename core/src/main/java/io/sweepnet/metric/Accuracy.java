package io.sweepnet.metric;

/** The accuracy: the share, by weight, of the rows whose predicted class is their class; 0 to 1. */
public final class Accuracy extends MeanMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public boolean isForClasses() {
        return true;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    protected double weighted(PredictedRows rows, int row) {
        return rows.predictedClass(row) == rows.targetClass(row) ? rows.weight(row) : 0;
    }
}
