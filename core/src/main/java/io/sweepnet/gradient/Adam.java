package io.sweepnet.gradient;

/**
 * The optimiser Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015, algorithm 1), with beta1 =
 * 0.9, beta2 = 0.999 and epsilon = 1e-8. Has the moments of one training; not for use by several threads at once. For
 * example one step of f(x) = x^2 from x = 3:
 *
 * <pre>{@code
 * double[] x = {3};
 * Adam adam = new Adam(1);
 * adam.step(x, new double[] {2 * x[0]}, 0.01); // x[0] is about 2.99
 * }</pre>
 */
public final class Adam {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] firstMoment;
    private final double[] secondMoment;
    private int steps;

    /** Creates an optimiser of the given number of parameters, with moments of 0. */
    public Adam(int parameterCount) {
        firstMoment = new double[parameterCount];
        secondMoment = new double[parameterCount];
    }

    /**
     * Takes one step against the gradient.
     *
     * @param parameters is changed
     * @param gradient derivatives by the parameters, in the same order
     * @param learningRate step size alpha, above 0
     */
    public void step(double[] parameters, double[] gradient, double learningRate) {
        steps++;
        double correction1 = 1 - StrictMath.pow(BETA1, steps);
        double rootCorrection2 = Math.sqrt(1 - StrictMath.pow(BETA2, steps));
        double stepSize = learningRate / correction1;
        for (int i = 0; i < parameters.length; i++) {
            double g = gradient[i];
            firstMoment[i] = BETA1 * firstMoment[i] + (1 - BETA1) * g;
            secondMoment[i] = BETA2 * secondMoment[i] + (1 - BETA2) * g * g;
            parameters[i] -= stepSize * firstMoment[i] / (Math.sqrt(secondMoment[i]) / rootCorrection2 + EPSILON);
        }
    }
}
