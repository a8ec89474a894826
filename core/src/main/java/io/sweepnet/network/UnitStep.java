package io.sweepnet.network;

import java.util.Optional;

/**
 * 1 for z of at least 0 (-0.0 included), else 0, the Heaviside step. The derivative is 0 everywhere but at the jump at 0, so
 * it is of no use in training (McCulloch and Pitts, "A Logical Calculus of the Ideas Immanent in Nervous Activity", Bulletin
 * of Mathematical Biophysics 5, 1943).
 */
final class UnitStep extends ActivationFunction {

    @Override
    double apply(double z) {
        return z >= 0 ? 1 : z < 0 ? 0 : Double.NaN;
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = apply(column[i]);
        }
    }

    @Override
    Optional<ActivationPieces> pieces() {
        return Optional.of(new ActivationPieces(new double[] {0}, new double[] {0, 0}, new double[] {0, 1}));
    }
}
