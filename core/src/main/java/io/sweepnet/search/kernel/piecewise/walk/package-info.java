/**
 * Any loss and all activations made of pieces: {@code RowWalk} follows a row from breakpoint to breakpoint, away from
 * the current value, and {@code WalkSums} selects the rows that need it. {@code WalkState} holds the line and the piece
 * of every unit. A {@code PieceLoss} turns the lines of the outputs ({@code OutputLines}) into a quadratic on every
 * piece ({@code ResidualPieceLoss}) or into constants ({@code DecisionPieceLoss}), and passes them to a {@code
 * PieceCollector}.
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.walk;
