package io.sweepnet.search;

import java.util.OptionalDouble;

/**
 * What is found at the end of a sweep, of the parameters as they then are.
 *
 * @param loss loss of the rows to learn from, by the direct rule
 * @param validationLoss loss of the rows that are watched; empty where there are none
 * @param isDead whether, whatever the search still does, its network gives every row the same outputs
 */
public record SweepEnd(double loss, OptionalDouble validationLoss, boolean isDead) {

    /** The end of a sweep of a search that watches no rows and is not dead. */
    public static SweepEnd of(double loss) {
        return new SweepEnd(loss, OptionalDouble.empty(), false);
    }
}
