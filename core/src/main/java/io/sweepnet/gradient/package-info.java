/**
 * Training by gradients, for comparison with coordinate search and for networks and losses that are differentiable.
 *
 * <p>{@link io.sweepnet.gradient.GradientDescent} trains by {@link io.sweepnet.gradient.Adam} over epochs, lowers the
 * learning rate by {@link io.sweepnet.gradient.ReduceOnPlateau} and notifies a {@link
 * io.sweepnet.gradient.GradientListener}. It takes losses and gradients from a {@link
 * io.sweepnet.gradient.DifferentiableLoss}: a table in memory, or an implementation that sums the {@link
 * io.sweepnet.gradient.ShardGradient}s of remote rows. {@link io.sweepnet.gradient.Backpropagation} computes the gradients.
 * The package does not depend on coordinate search.
 */
package io.sweepnet.gradient;
