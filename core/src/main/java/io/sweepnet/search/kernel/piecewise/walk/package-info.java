/**
 * Any loss and any activation made of pieces: a row is walked along from breakpoint to breakpoint, away from the current value
 * ({@code RowWalk}). {@code WalkState} holds the line and the piece of every unit at the point reached, and a {@code PieceLoss} turns
 * the lines of the outputs into a quadratic on every piece ({@code ResidualPieceLoss}) or into constants ({@code
 * DecisionPieceLoss}).
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.walk;
