/**
 * The piecewise kernel: one pass over the rows gives the loss at every candidate of a step.
 *
 * <h2>The idea</h2>
 *
 * Write {@code t} for the distance of a parameter from its current value. The parameter adds {@code a t} to the pre-activation
 * of its unit, where {@code a} is its input in a row (1 for a bias). Where all activations are made of straight or flat pieces,
 * every output of the row is a straight line in {@code t} between a few <em>breakpoints</em>: a <em>kink</em>, where a slope
 * changes, or a <em>jump</em>, where a value changes. A loss by residual that is a polynomial of degree 2 between a few residuals
 * ({@link io.sweepnet.loss.ResidualPieces}) turns these lines into a quadratic on every piece, and a loss that depends on the
 * predicted class alone turns them into constants. So the weighted sum of the losses of all rows is
 *
 * <pre>
 *     L(t) = c0 + 2 c1 t + c2 t^2        on the piece around t = 0,
 * </pre>
 *
 * and each breakpoint {@code t_b} of a row adds a change {@code (d0, d1, d2)} to the coefficients from {@code t_b} on, away from
 * 0. For squared error and a row of residual {@code r} and slope {@code s}, for example, the base is {@code c0 = w r^2},
 * {@code c1 = w r s}, {@code c2 = w s^2}.
 *
 * <p>The change of a breakpoint goes into the bucket of the first candidate beyond it: of a grid by a multiplication, of a list by
 * a binary search. Sums of the buckets from {@code t = 0} outwards are the coefficients that hold at each candidate, so a step
 * costs O(rows + breakpoints + candidates) in place of O(rows x candidates).
 *
 * <h2>Rounding</h2>
 *
 * These sums round differently from the sums of forward passes. They come with an <em>error bound</em> (Higham, "Accuracy and
 * Stability of Numerical Algorithms", 2002, section 3.1): of pre-activations, of the coefficients, and, near a jump, of the rows
 * whose side is uncertain. Candidates whose loss is certainly above the lowest are ruled out. If more than one group of
 * candidates is left, forward passes decide among them. The choice is therefore the choice of {@link
 * io.sweepnet.search.kernel.DirectEvaluator}, to the last bit.
 *
 * <h2>The way of a step through the files</h2>
 *
 * <ol>
 *   <li>{@link io.sweepnet.search.kernel.piecewise.PiecewiseEvaluator#best} sends grids and lists to {@code StepDecision}, and
 *       continuous ranges to {@link io.sweepnet.search.kernel.piecewise.exact}.
 *   <li>{@code StepDecision} sorts the candidates ({@code SortedCandidates}), updates the error bounds of pre-activations ({@code
 *       PreActivationErrors}) and asks its {@code RowSource} for the sums of all rows.
 *   <li>{@code LocalRowSource} sums the rows of this process: squared error without jumps in {@link
 *       io.sweepnet.search.kernel.piecewise.squared}, everything else in {@link io.sweepnet.search.kernel.piecewise.walk}. {@code
 *       RemoteRowSource} asks the processes that hold the rows, each of which answers from its own {@code PiecewiseShards}.
 *   <li>The result is a {@code PiecewiseQuadratic}, which is evaluated at all candidates.
 *   <li>{@code Finalists} keeps the candidates that may be the best, and {@code DirectRule} computes their losses by forward passes
 *       where that is needed.
 *   <li>When the search moves, {@code SearchPosition} records the new value, and {@code PreActivations} of every row follow.
 * </ol>
 *
 * <p>The package and its rooms are internal: other packages use {@link io.sweepnet.search.kernel.Kernel}.
 */
package io.sweepnet.search.kernel.piecewise;
