package io.sweepnet.search;

import java.io.Serializable;

/**
 * The values that a step tries for one parameter, numbered by a global index. A slice keeps the global indices and the
 * bits of the values, so that an index denotes the same candidate on every executor that evaluates a share.
 *
 * <p>The values of an {@link Interval} cannot be numbered or split: it has a single index, which stands for its answer.
 *
 * <pre>{@code
 * Candidates grid = Grid.of(-5, 5, 101);
 * Candidates ternary = Values.of(-1, 0, 1);
 * Candidates range = new Interval(-5, 5);
 * }</pre>
 */
public sealed interface Candidates extends Serializable permits Grid, Values, Interval {

    /** Returns the index of the first candidate. */
    int from();

    /** Returns the index after the last candidate. */
    int to();

    /** Returns the candidate with a global index, {@code from() <= index < to()}. */
    double value(int index);

    /**
     * Returns the index of the candidate nearest to a value, or of one that is as near up to rounding; {@link #from()} if there
     * are no candidates.
     */
    int nearest(double value);

    /** Returns the candidates {@code from <= index < to}, with their global indices. */
    Candidates slice(int from, int to);

    /** Returns the lowest candidate of the whole range, also for a slice. */
    double low();

    /** Returns the highest candidate of the whole range, also for a slice. */
    double high();

    /** Returns the number of candidates; 1 for an {@link Interval}. */
    default int count() {
        return to() - from();
    }
}
