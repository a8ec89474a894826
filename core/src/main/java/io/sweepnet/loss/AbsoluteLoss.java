package io.sweepnet.loss;

import java.util.Optional;

/**
 * The mean absolute error: |r| for the residual r = output - target, averaged over rows and outputs. The derivative is the
 * sign of r; at the kink 0 it is taken to be 0. The best constant is the median of the targets (Bishop, "Pattern Recognition
 * and Machine Learning", 2006, section 1.5.5, equation 1.91 with q = 1).
 */
public final class AbsoluteLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** Creates the loss, for targets in their own units. */
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
