package io.sweepnet.network;

import java.util.Optional;

/**
 * 0 up to z = -3, 1 from z = 3 on, and 1/2 + z/6 in between, as PyTorch's Hardsigmoid is; its derivative at -3 and at 3 is 0,
 * as there.
 */
final class HardSigmoid extends ActivationFunction {

    /** A factor in place of a division, so that the line of the pieces has the bits of the function. */
    private static final double SLOPE = 1.0 / 6;

    @Override
    double apply(double z) {
        return Math.max(0, Math.min(1, 0.5 + SLOPE * z));
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = Math.max(0, Math.min(1, 0.5 + SLOPE * column[i]));
        }
    }

    @Override
    double derivative(double z) {
        return z > -3 && z < 3 ? SLOPE : 0;
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(
                new ActivationPieces(new double[] {-3, 3}, new double[] {0, SLOPE, 0}, new double[] {0, 0.5, 1}));
    }
}
