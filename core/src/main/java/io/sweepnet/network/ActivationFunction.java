package io.sweepnet.network;

import java.util.Optional;

/** The formula of an {@link Activation}, one class for each. Other packages use it through the activation only. */
abstract class ActivationFunction {

    /** Returns the activation of pre-activation z; NaN for NaN. As computed, it never decreases as z grows. */
    abstract double apply(double z);

    /**
     * Replaces pre-activations by activations in place, [0 .. count-1], with the same bits as {@link #apply(double)}. Each
     * function has its own loop, so that C2 compiles it without a call per row.
     */
    abstract void apply(double[] column, int count);

    /**
     * Returns the derivative at pre-activation z; at a kink the value that the class states. Functions of flat pieces only
     * do not implement it, and it is not called for them: their derivative is of no use.
     */
    double derivative(double z) {
        throw new UnsupportedOperationException("no useful gradient");
    }

    /** Returns the pieces of the function; empty for a curved one. */
    Optional<ActivationPieces> pieces() {
        return Optional.empty();
    }
}
