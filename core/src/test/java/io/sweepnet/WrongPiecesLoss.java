package io.sweepnet;

import io.sweepnet.loss.ResidualLoss;
import io.sweepnet.loss.ResidualPieces;
import java.util.Optional;

/** Squared error that says it is made of the pieces of the absolute error: the kernel {@code piecewise} believes it and chooses wrongly. */
public final class WrongPiecesLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "wrong-pieces";
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
        return Optional.of(
                ResidualPieces.of(new double[] {0}, new double[] {0, 0}, new double[] {-1, 1}, new double[] {0, 0}));
    }
}
