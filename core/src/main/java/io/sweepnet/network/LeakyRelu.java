package io.sweepnet.network;

import java.util.Optional;

/** z where z is positive, else {@value #LEAK} z; its derivative at 0 is {@value #LEAK}. */
final class LeakyRelu extends ActivationFunction {

    /** Slope on the negative side. */
    static final double LEAK = 0.01;

    @Override
    double apply(double z) {
        return z > 0 ? z : LEAK * z;
    }

    @Override
    void apply(double[] column, int count) {
        // The slope is below 1, so this is the function to the bit; unlike a choice it becomes vector instructions.
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
