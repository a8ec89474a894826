package io.sweepnet.search.kernel.piecewise.pieces;

/**
 * Receives the losses of all rows on the pieces of a parameter's range: the piece around t = 0, and the change at each
 * breakpoint, where t is the distance of the parameter from its current value. A piece is the quadratic {@code c0 + 2
 * c1 t + c2 t^2}.
 */
public interface PieceCollector {

    /** Adds a quadratic to the piece around t = 0. */
    void add(double c0, double c1, double c2);

    /**
     * Adds a change at a breakpoint, which applies from t on, away from 0.
     *
     * @param toTheRight whether it applies to distances above t; else to those below
     */
    void change(double t, boolean toTheRight, double c0, double c1, double c2);

    /** Adds the changes of a batch, each on its own side of its breakpoint. */
    default void change(BreakpointBatch batch) {
        for (int i = 0; i < batch.count; i++) {
            change(batch.t[i], batch.leftwards[i] == 0, batch.c0[i], batch.c1[i], batch.c2[i]);
        }
    }

    /**
     * Grows the error bound by the size of coefficients that later changes may cancel, so that the coefficients of the
     * sum do not show it.
     */
    void growErrorBound(double c0, double c1, double c2);

    /**
     * Reports that a row jumps at t, or at most {@code margin} away from it, by {@code amount}. The amount is 0 where
     * the loss seems not to change but may change in its last bits. Where the loss does change, the {@link #change} at
     * the same t follows.
     */
    void jump(double t, boolean toTheRight, double margin, double amount);

    /**
     * Reports that between two distances, the lower first, the loss of a row may differ by {@code amount} from what is
     * added; by infinity where nothing is known of it.
     */
    void uncertain(double from, double to, double amount);
}
