package io.sweepnet.loss;

/** Mean squared error: r^2, averaged over rows and outputs. */
public final class SquaredLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** The mean squared error. */
    public SquaredLoss() {
        this(1);
    }

    private SquaredLoss(double factor) {
        super(factor);
    }

    @Override
    public String name() {
        return "squared";
    }

    @Override
    void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            double residual = outputs[i] - targets[from + i];
            sum[i] += residual * residual;
        }
    }

    @Override
    double derivative(double residual) {
        return 2 * residual;
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new SquaredLoss(factor() * scale * scale);
    }
}
