package io.sweepnet.search;

import java.io.Serializable;

/**
 * The answer to a {@link Step}.
 *
 * @param index global index of the winning candidate, of an {@link Interval} 0 whatever its value; {@value #STAY} to stay
 *     at the current value
 * @param value the winning value; NaN where nothing was evaluated that could win
 * @param loss its loss; NaN where no loss was finite
 * @param bound rounding error of the loss, 0 where it is the direct rule's own
 * @param nonFinite how many of the evaluated losses were NaN or infinite
 */
public record Choice(int index, double value, double loss, double bound, int nonFinite) implements Serializable {

    /** The index of the current value. */
    public static final int STAY = -1;

    /** Whether a candidate won, so that the search moves to its value. */
    public boolean moves() {
        return index != STAY;
    }
}
