package io.sweepnet.network;

import java.util.Optional;

/** 1 where z is at least 0 (-0.0 too), else -1. */
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
