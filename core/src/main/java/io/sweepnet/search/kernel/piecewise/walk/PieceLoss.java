package io.sweepnet.search.kernel.piecewise.walk;

import io.sweepnet.search.kernel.piecewise.pieces.PieceCollector;

/**
 * Adds the loss of a row to the sums of a step, piece by piece: {@link RowWalk} and {@link WalkSums} call it with the
 * straight lines of the outputs on each piece.
 */
public interface PieceLoss {

    /**
     * Begins a step.
     *
     * @param collector receives the losses of the rows
     */
    void beginStep(PieceCollector collector);

    /** Begins a row, whose outputs around t = 0 are on the given lines. */
    void beginRow(int row, double weight, OutputLines lines);

    /** Begins the walk to one side, at t = 0. */
    void beginSide(boolean toTheRight);

    /**
     * Adds a piece: between {@code from} and {@code to}, in the order of the walk, the outputs are on the given lines.
     *
     * @param margin error bound of {@code from} where the outputs jump there; 0 where only their slopes change
     */
    void addPiece(double from, double to, OutputLines lines, double margin);

    /** Reports that between {@code from} and {@code to} rounding decides what the outputs are. */
    void addUncertain(double from, double to);
}
