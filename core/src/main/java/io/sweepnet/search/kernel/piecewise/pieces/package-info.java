/**
 * The classes that the rooms of the piecewise kernel share: rows in tiles ({@code Tiles}, {@code RowTiles}, {@code
 * WeightedTargets}), their pre-activations at the current parameters ({@code PreActivations}) with error bounds ({@code
 * PreActivationErrors}), the sorted candidates of a step ({@code SortedCandidates}, {@code SelectedValues}), and the
 * sum of all rows as a quadratic on every piece ({@code PiecewiseQuadratic}), which receives the rows as a {@code
 * PieceCollector}. {@code LineTracer} computes the straight line around the current value and the distance to the next
 * breakpoint for all rows of a unit at once ({@code UnitLines}); {@code BreakpointFilter} selects the rows that may
 * reach one. Loops over tiles have no branches, so that the JIT compiler vectorises them ({@code HingeLoops}, {@code
 * BranchFree}).
 *
 * <p>This package does not depend on the loss. Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.pieces;
