package io.sweepnet.gradient;

/** Gives the loss of all rows, wherever they are, and its gradient. */
public interface DifferentiableLoss {

    /** The loss at flat parameters, by the direct rule. */
    double loss(double[] parameters);

    /**
     * The loss at flat parameters, as the passes that the gradient needs have it: equal to {@link #loss} but for rounding.
     *
     * @param gradient receives the gradient, laid out as the parameters are
     */
    double lossAndGradient(double[] parameters, double[] gradient);
}
