package io.sweepnet.network;

/** Hyperbolic tangent, by {@link StrictMath}, whose result is the same on every JDK. */
final class Tanh extends ActivationFunction {

    @Override
    double apply(double z) {
        return StrictMath.tanh(z);
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = StrictMath.tanh(column[i]);
        }
    }

    @Override
    double derivative(double z) {
        double a = StrictMath.tanh(z);
        return 1 - a * a;
    }
}
