package io.sweepnet.training;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.network.Parameters;

/** Rows, wherever they are, that gradient descent learns from. */
public interface GradientSource extends LossSource {

    /**
     * A training by gradients that has not begun.
     *
     * @throws IllegalArgumentException where the settings ask for mini-batches, and the rows are not all in one place
     */
    GradientDescent descent(GradientDescent.Settings descent, Parameters initial);
}
