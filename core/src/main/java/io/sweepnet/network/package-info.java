/**
 * Feed-forward networks: architecture, parameters, activations and the forward pass.
 *
 * <p>An {@link io.sweepnet.network.Architecture} has the sizes of the layers and an {@link io.sweepnet.network.Activation}
 * for each, and defines where a {@link io.sweepnet.network.ParameterIndex} is in the flat array of {@link
 * io.sweepnet.network.Parameters}. A {@link io.sweepnet.network.Network} is both together and predicts. {@link
 * io.sweepnet.network.ForwardPass} computes outputs with a fixed order of additions, which all losses are compared by;
 * {@link io.sweepnet.network.ActivationPieces} describes piecewise linear activations to kernels.
 *
 * <p>{@link io.sweepnet.network.UnitColumns} has the arithmetic that the forward pass shares with kernels. The package does
 * not depend on data sets, losses or training.
 */
package io.sweepnet.network;
