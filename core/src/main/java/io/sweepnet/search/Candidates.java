package io.sweepnet.search;

import java.io.Serializable;

/**
 * The values that a step tries for one parameter, numbered by a global index. A slice keeps the global indices and the
 * bits of the values, so that executors which each try a share mean the same candidates.
 *
 * <p>An {@link Interval} holds more values than can be numbered or split: it has one index, for the answer.
 */
public sealed interface Candidates extends Serializable permits Grid, Values, Interval {

    /** Index of the first candidate. */
    int from();

    /** Index after the last candidate. */
    int to();

    /** The candidate of a global index, {@code from() <= index < to()}. */
    double value(int index);

    /** Index of the candidate nearest to a value, or of one about as near; of no candidates the first index. */
    int nearest(double value);

    /** The candidates {@code from <= index < to}, with their global indices. */
    Candidates slice(int from, int to);

    /** The lower end of the range, of the whole one and not of a slice alone. */
    double low();

    /** The upper end of the range, of the whole one and not of a slice alone. */
    double high();

    /** Number of candidates; of an {@link Interval} 1. */
    default int count() {
        return to() - from();
    }
}
