package io.sweepnet.loss;

import java.util.Optional;

/**
 * The mean squared error: r^2 for the residual r = output - target, averaged over rows and outputs. The derivative is 2 r.
 * The best constant is the mean of the targets (Bishop, "Pattern Recognition and Machine Learning", 2006, section 1.5.5).
 */
public final class SquaredLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** Creates the loss, for targets in their own units. */
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
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            double residual = outputs[i] - targets[from + i];
            sum[i] += residual * residual;
        }
    }

    @Override
    protected double derivative(double residual) {
        return 2 * residual;
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        return Optional.of(ResidualPieces.ofSquare());
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new SquaredLoss(factor() * scale * scale);
    }
}
