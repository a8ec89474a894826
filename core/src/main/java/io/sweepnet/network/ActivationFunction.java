package io.sweepnet.network;

import java.util.Optional;

/** The formula behind an {@link Activation}, one class for each. Kernels and models know it by the activation alone. */
abstract class ActivationFunction {

    /** The activation of pre-activation z; NaN of NaN. Never decreases as z grows, rounded as it is. */
    abstract double apply(double z);

    /**
     * Turns pre-activations into activations, [0 .. count-1], with the bits of {@link #apply(double)}. Each function has its
     * own loop, so that C2 compiles it without a call per row.
     */
    abstract void apply(double[] column, int count);

    /**
     * The derivative at pre-activation z; at a kink the one that the class states. Functions of flat pieces alone have none
     * that is of use, and are never asked.
     */
    double derivative(double z) {
        throw new UnsupportedOperationException("no useful gradient");
    }

    /** The pieces of a function that has them; empty of a curved one. */
    Optional<ActivationPieces> pieces() {
        return Optional.empty();
    }
}
