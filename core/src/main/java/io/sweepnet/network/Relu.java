package io.sweepnet.network;

import java.util.Optional;

/** max(z, 0), the rectified linear unit; its derivative at 0 is 0. */
final class Relu extends ActivationFunction {

    @Override
    double apply(double z) {
        return Math.max(z, 0);
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = Math.max(column[i], 0);
        }
    }

    @Override
    double derivative(double z) {
        return z > 0 ? 1 : 0;
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(new ActivationPieces(new double[] {0}, new double[] {0, 1}, new double[] {0, 0}));
    }
}
