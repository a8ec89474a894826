package io.sweepnet.training;

import java.util.OptionalDouble;

/**
 * Rows, wherever they are, as the losses that they give: of those to learn from, and of those that are watched. All losses are
 * those of the direct rule, to the last bit. For use by one thread at a time.
 */
public interface LossSource {

    /** The loss of the rows to learn from, at flat parameters. */
    double loss(double[] parameters);

    /** The loss of the rows that are watched and not learnt from, at flat parameters; empty where there are none. */
    OptionalDouble validationLoss(double[] parameters);
}
