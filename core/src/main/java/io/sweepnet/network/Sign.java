package io.sweepnet.network;

import java.util.Optional;

/**
 * 1 for z of at least 0 (-0.0 included), else -1. The derivative is 0 everywhere but at the jump at 0, so it is of no use in
 * training (Widrow and Hoff, "Adaptive Switching Circuits", IRE WESCON Convention Record, 1960).
 */
final class Sign extends ActivationFunction {

    @Override
    double apply(double z) {
        return z >= 0 ? 1 : z < 0 ? -1 : Double.NaN;
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = apply(column[i]);
        }
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(new ActivationPieces(new double[] {0}, new double[] {0, 0}, new double[] {-1, 1}));
    }
}
