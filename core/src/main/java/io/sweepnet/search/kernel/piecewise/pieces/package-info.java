/**
 * What the rooms of the piecewise kernel share: rows in tiles ({@code Tiles}, {@code RowTiles}), the pre-activations of all rows at
 * the current parameters ({@code PreActivations}) and how far they may be off ({@code PreActivationErrors}), the sorted candidates
 * of a step, and the sum of all rows as a quadratic on every piece ({@code PiecewiseQuadratic}), into which rows are collected
 * ({@code PieceCollector}). Loops over tiles have no branches, so that the JIT compiler turns them into vector instructions.
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.pieces;
