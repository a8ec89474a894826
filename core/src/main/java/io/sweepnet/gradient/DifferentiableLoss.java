package io.sweepnet.gradient;

/**
 * The loss of all rows and its gradient, as functions of the parameters. The rows may be local or remote; an implementation
 * for remote rows lets {@link GradientDescent} train over them:
 *
 * <pre>{@code
 * GradientDescent training = new GradientDescent(descentSettings, initial, remoteLoss);
 * }</pre>
 */
public interface DifferentiableLoss {

    /** Returns the loss at flat parameters, by the direct rule. */
    double loss(double[] parameters);

    /**
     * Computes the gradient and returns the loss at flat parameters, from the same passes: equal to {@link #loss} except for
     * rounding.
     *
     * @param gradient receives the gradient, in the layout of the parameters
     */
    double lossAndGradient(double[] parameters, double[] gradient);
}
