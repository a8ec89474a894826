/**
 * The piecewise kernel: one pass over the rows gives the loss at every candidate of a step.
 *
 * <h2>Pieces</h2>
 *
 * Let {@code t} be the distance of a parameter from its current value. In each row, {@code t} adds {@code a t} to the
 * pre-activation of the parameter's unit, where {@code a} is the input of the weight (1 for a bias). If all activations
 * are made of linear or constant pieces ({@link io.sweepnet.network.ActivationPieces}), every output of a row is a
 * straight line in {@code t} between a few <em>breakpoints</em>. A breakpoint is a <em>kink</em>, where the slope
 * changes, or a <em>jump</em>, where the value changes. A loss by residual that is a polynomial of degree 2 between a
 * few residuals ({@link io.sweepnet.loss.ResidualPieces}) is then a quadratic on every piece of a row; a loss that
 * depends on the predicted class alone ({@link io.sweepnet.loss.DecisionLoss}, of which the kernel serves the 0-1
 * error) is constant there, and jumps where the predicted class changes. So the weighted sum of the losses of all rows
 * is
 *
 * <pre>
 *     L(t) = c0 + 2 c1 t + c2 t^2        on the piece around t = 0,
 * </pre>
 *
 * and each breakpoint {@code t_b} of a row adds a change {@code (d0, d1, d2)} to the coefficients from {@code t_b} on,
 * away from 0. For squared error, a row of weight {@code w}, residual {@code r} and slope {@code s} adds {@code w r^2},
 * {@code w r s} and {@code w s^2} to the coefficients. Where a hinge {@code g (t - t_b)} is added to the residual, the
 * change is that of {@code w (r + s t + g (t - t_b))^2 - w (r + s t)^2}.
 *
 * <p>Each change is added to the bucket of the first candidate beyond its breakpoint, which a multiplication finds in a
 * grid, and a binary search in a list. Running sums of the buckets from {@code t = 0} outwards are the coefficients at
 * each candidate. A step over a grid takes O(rows + breakpoints + candidates) in place of O(rows x candidates).
 *
 * <h2>Error bounds</h2>
 *
 * These sums round differently from the direct rule, so each comes with an <em>error bound</em>, made of three parts:
 *
 * <ul>
 *   <li>The pre-activation of a unit with {@code n} inputs is off by at most about {@code (n + 2) u sum |terms|}, with
 *       {@code u = 1e-15}, plus the errors of its inputs and of earlier moves (Higham, "Accuracy and Stability of
 *       Numerical Algorithms", 2002, section 3.1; {@code PreActivationErrors}). {@code LossErrorBound} converts this to
 *       sums of losses.
 *   <li>The sum at a candidate is off by at most a share of the largest coefficients on the way to it ({@code
 *       PiecewiseQuadratic}).
 *   <li>Near a jump, within a <em>margin</em> that follows from the first bound, a row may be on either side: there the
 *       sum is uncertain by the amount of the jump ({@code PieceCollector}).
 * </ul>
 *
 * Candidates whose sum is above the lowest by more than the error bounds are ruled out. The others form groups whose
 * losses certainly have the same bits. If one group is left, or sums are whole numbers and none is uncertain, the step
 * is decided; else forward passes decide. The value chosen from a grid or a list is therefore the one that {@link
 * io.sweepnet.search.kernel.DirectEvaluator} chooses.
 *
 * <h2>How a step passes through the classes</h2>
 *
 * <ol>
 *   <li>{@link io.sweepnet.search.kernel.piecewise.PiecewiseEvaluator#best} passes grids and lists to {@code
 *       StepDecision}, and continuous ranges to {@link io.sweepnet.search.kernel.piecewise.exact}, whose selected
 *       values then take the same way as a list, unless one of them is certainly the best.
 *   <li>{@code StepDecision} sorts the candidates ({@code SortedCandidates}) and has {@code SearchPosition} compute the
 *       error bounds of pre-activations. Then it asks its {@code RowSource} for the sum of all rows, or {@code
 *       OutputGram} where the Gram matrix of the output layer gives it.
 *   <li>{@code LocalRowSource} sums the rows of this process: squared error without jumps in {@link
 *       io.sweepnet.search.kernel.piecewise.squared}, everything else in {@link
 *       io.sweepnet.search.kernel.piecewise.walk}. {@code RemoteRowSource} sends a {@code PiecewiseQuestion} to the
 *       processes with the rows, whose {@code PiecewiseShards} answer from a {@code LocalRowSource} of their own.
 *   <li>The sum is a {@code PiecewiseQuadratic}, which is evaluated at all candidates.
 *   <li>{@code Finalists} groups the candidates that may be the best, with the help of {@code LossErrorBound}. {@code
 *       DirectRule} computes the losses of one value of each group by forward passes where that is needed.
 *   <li>After a move, {@code SearchPosition} has the new value and decides how the pre-activations of all rows are
 *       updated ({@code PreActivations}): by addition, or, where rows jump and after many moves, as in a forward pass.
 * </ol>
 *
 * <p>The classes that all rooms share are in {@link io.sweepnet.search.kernel.piecewise.pieces}. Internal, with its
 * rooms: other packages start from {@link io.sweepnet.search.kernel.Kernel}.
 */
package io.sweepnet.search.kernel.piecewise;
