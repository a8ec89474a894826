package io.sweepnet.network;

/** 1 / (1 + exp(-z)), by {@link StrictMath}, whose result is the same on every JDK. */
final class Sigmoid extends ActivationFunction {

    @Override
    double apply(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    @Override
    void apply(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            column[i] = 1 / (1 + StrictMath.exp(-column[i]));
        }
    }

    @Override
    double derivative(double z) {
        double a = apply(z);
        return a * (1 - a);
    }
}
