package io.sweepnet.network;

import java.util.Optional;

/**
 * z for z above 0, else {@value #LEAK} z, the leaky rectified linear unit. The derivative is 1 for z above 0, else {@value
 * #LEAK}; at the kink 0 it is taken to be {@value #LEAK} (Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural
 * Network Acoustic Models", ICML 2013 workshop on deep learning).
 */
final class LeakyRelu extends ActivationFunction {

    /** The slope for negative z. */
    static final double LEAK = 0.01;

    @Override
    double apply(double z) {
        return z > 0 ? z : LEAK * z;
    }

    @Override
    void apply(double[] column, int count) {
        // The slope is below 1, so the maximum equals the function to the bit; unlike a branch, C2 vectorises it.
        for (int i = 0; i < count; i++) {
            column[i] = Math.max(column[i], LEAK * column[i]);
        }
    }

    @Override
    double derivative(double z) {
        return z > 0 ? 1 : LEAK;
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(new ActivationPieces(new double[] {0}, new double[] {LEAK, 1}, new double[] {0, 0}));
    }
}
