/**
 * Squared error in layers from which all activations are straight but for kinks: the commonest case, and the fastest. The line
 * around the current value is summed for all rows at once; only rows that reach a kink in the range are looked at one by one. In the
 * last hidden layer and the one before it their kinks are known beforehand ({@code ShallowHinges}); in deeper layers the rows are
 * walked along ({@link io.sweepnet.search.kernel.piecewise.walk}). The output layer needs one Gram matrix for all its parameters
 * ({@code OutputGram}).
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.squared;
