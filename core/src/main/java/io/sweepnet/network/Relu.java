package io.sweepnet.network;

import java.util.Optional;

/**
 * max(z, 0), the rectified linear unit. The derivative is 1 for z above 0, else 0; at the kink 0 it is taken to be 0 (Nair
 * and Hinton, "Rectified Linear Units Improve Restricted Boltzmann Machines", ICML 2010).
 */
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
