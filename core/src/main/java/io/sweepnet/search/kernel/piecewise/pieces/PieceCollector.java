package io.sweepnet.search.kernel.piecewise.pieces;

/**
 * Receives the losses of all rows along the range of a parameter, t being its distance from the current value, as those
 * that walk the rows meet them: the piece around t = 0, and what changes at each breakpoint away from it. A piece is the
 * quadratic {@code c0 + 2 c1 t + c2 t^2}.
 */
public interface PieceCollector {

    /** Adds to the piece around 0. */
    void add(double c0, double c1, double c2);

    /** Adds a change that counts from t on, away from 0. */
    void change(double t, boolean toTheRight, double c0, double c1, double c2);

    /** Adds many changes, each on the side of 0 on which it counts. */
    default void change(BreakpointBatch batch) {
        for (int i = 0; i < batch.count; i++) {
            change(batch.t[i], batch.leftwards[i] == 0, batch.c0[i], batch.c1[i], batch.c2[i]);
        }
    }

    /** Raises the bound of what was added by the sizes of a piece, where the sum's coefficients do not show them. */
    void growErrorBound(double c0, double c1, double c2);

    /**
     * A row jumps at t, or at most a margin away from it, by {@code amount}; by 0 where it seems to keep its loss, which may
     * be another by a bit. Where its loss is another behind the jump, the change at the same t follows.
     */
    void jump(double t, boolean toTheRight, double margin, double amount);

    /** Between two distances, the lower first, a row may be off by this much; by infinity where nothing is known of it. */
    void uncertain(double from, double to, double amount);
}
