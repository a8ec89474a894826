package io.sweepnet.network;

/**
 * a = tanh(z), the hyperbolic tangent; the derivative is 1 - a^2 (LeCun, Bottou, Orr and Müller, "Efficient BackProp", in
 * "Neural Networks: Tricks of the Trade", 1998, section 4.4). Computed by {@link StrictMath}, whose results are the same on
 * every JDK.
 */
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
