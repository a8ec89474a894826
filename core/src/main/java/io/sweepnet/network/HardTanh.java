package io.sweepnet.network;

import java.util.Optional;

/**
 * max(-1, min(1, z)). The derivative is 1 for z between -1 and 1, else 0; at -1 and at 1 it is taken to be 0. Function and
 * derivative are those of PyTorch's Hardtanh with its default range (Collobert, "Large Scale Machine Learning", 2004).
 */
final class HardTanh extends ActivationFunction {

    @Override
    double apply(double z) {
        return Math.max(-1, Math.min(1, z));
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = Math.max(-1, Math.min(1, column[i]));
        }
    }

    @Override
    double derivative(double z) {
        return z > -1 && z < 1 ? 1 : 0;
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(new ActivationPieces(new double[] {-1, 1}, new double[] {0, 1, 0}, new double[] {-1, 0, 1}));
    }
}
