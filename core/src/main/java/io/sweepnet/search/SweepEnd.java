package io.sweepnet.search;

import java.util.OptionalDouble;

/**
 * Losses and deadness of the parameters at the end of a sweep.
 *
 * @param loss loss of the training rows, by the direct rule
 * @param validationLoss loss of the validation rows; empty if there are none
 * @param isDead whether the search is dead: its network gives every row the same outputs, and no further step can change that
 */
public record SweepEnd(double loss, OptionalDouble validationLoss, boolean isDead) {

    /** Returns the end of a sweep of a search without validation rows that is not dead. */
    public static SweepEnd of(double loss) {
        return new SweepEnd(loss, OptionalDouble.empty(), false);
    }
}
