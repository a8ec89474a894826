package io.sweepnet.network;

import java.util.Optional;

/** max(-1, min(1, z)), as PyTorch's Hardtanh is by default; its derivative at -1 and at 1 is 0, as there. */
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
