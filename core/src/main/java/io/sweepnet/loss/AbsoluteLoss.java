package io.sweepnet.loss;

import java.util.Optional;

/** Mean absolute error: |r|, averaged over rows and outputs; its derivative at 0 is 0. */
public final class AbsoluteLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** The mean absolute error. */
    public AbsoluteLoss() {
        this(1);
    }

    private AbsoluteLoss(double factor) {
        super(factor);
    }

    @Override
    public String name() {
        return "absolute";
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += Math.abs(outputs[i] - targets[from + i]);
        }
    }

    @Override
    protected double derivative(double residual) {
        return Math.signum(residual);
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        return Optional.of(
                ResidualPieces.of(new double[] {0}, new double[] {0, 0}, new double[] {-1, 1}, new double[] {0, 0}));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new AbsoluteLoss(factor() * scale);
    }
}
