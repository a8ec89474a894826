package io.sweepnet.network;

import java.util.Optional;

/**
 * max(0, min(1, 1/2 + z/6)): 0 up to z = -3, 1 from z = 3 on, linear in between. The derivative is 1/6 for z between -3 and
 * 3, else 0; at -3 and at 3 it is taken to be 0. Function and derivative are those of PyTorch's Hardsigmoid (Howard and
 * others, "Searching for MobileNetV3", ICCV 2019, section 5.2).
 */
final class HardSigmoid extends ActivationFunction {

    /** The slope. The function multiplies by it instead of dividing by 6, so that its pieces give the same bits. */
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
