/**
 * Losses: what training minimises.
 *
 * <p>A {@link io.sweepnet.loss.Loss} computes a statistic for each row and the loss from their weighted sums; {@link
 * io.sweepnet.loss.DirectLoss} sums them by the direct rule, which all other ways to compute a loss have to agree with.
 * {@link io.sweepnet.loss.Losses} is the registry by name, with a {@link io.sweepnet.loss.LossDefinition} for each loss.
 *
 * <p>A new loss extends {@link io.sweepnet.loss.ResidualLoss} (a function of output - target), {@link
 * io.sweepnet.loss.ClassLoss} (any function of the outputs of all classes) or {@link io.sweepnet.loss.DecisionLoss} (a cost
 * of the predicted class), and is added to the registry if it should have a name in configurations. {@link
 * io.sweepnet.loss.ResidualPieces} describes piecewise quadratic losses to kernels. The package depends on networks and
 * tables, but not on how candidates are searched.
 */
package io.sweepnet.loss;
