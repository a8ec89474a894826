package io.sweepnet.search;

import java.io.Serializable;

/**
 * The answer to a {@link Step}.
 *
 * @param index global index of the winning candidate, always 0 for an {@link Interval}; {@value #STAY} to keep the current
 *     value
 * @param value the winning value; NaN if no evaluated value can win
 * @param loss its loss; NaN if no loss was finite
 * @param bound error bound of the loss, in units of the loss; 0 if the loss is that of the direct rule
 * @param nonFinite number of evaluated losses that were NaN or infinite
 */
public record Choice(int index, double value, double loss, double bound, int nonFinite) implements Serializable {

    /** The index that stands for the current value. */
    public static final int STAY = -1;

    /** Returns whether a candidate won, so that the search moves the parameter to its value. */
    public boolean moves() {
        return index != STAY;
    }
}
