package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;

/** Adds the loss of a row to the sums, piece by piece: a walk says on which straight lines the outputs are. */
public interface PieceLoss {

    /** A step begins: sets what losses are added to. */
    void beginStep(PieceCollector collector);

    /** A row begins, its outputs at t = 0 on these lines. */
    void beginRow(int row, double weight, OutputLines lines);

    /** A walk along the row begins at t = 0. */
    void beginSide(boolean toTheRight);

    /**
     * Between {@code from} and {@code to}, in the order of the walk, the outputs are on these lines.
     *
     * @param margin how far off {@code from} may be where the outputs jump there; 0 where they only bend
     */
    void addPiece(double from, double to, OutputLines lines, double margin);

    /** Between {@code from} and {@code to} rounding decides what the outputs are. */
    void addUncertain(double from, double to);
}
