package io.sweepnet.network;

/**
 * a = 1 / (1 + exp(-z)), the logistic function; the derivative is a (1 - a) (Rumelhart, Hinton and Williams, "Learning
 * representations by back-propagating errors", Nature 323, 1986, equation 2). Computed by {@link StrictMath}, whose results
 * are the same on every JDK.
 */
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
