/**
 * Squared error where no unit from the parameter's layer on jumps: the most common case, and the fastest ({@code
 * SquaredErrorSums}). The lines around the current value are summed for all rows at once; only rows that may reach a
 * kink in the range are processed one by one. For the last hidden layer and the one before it, with ReLU or identity
 * activations and plain sums as outputs, all kinks are known beforehand ({@code ShallowHinges}, with the rows that
 * {@code CrossingFinder} finds and {@code RowsWithBreakpoints} gathers); for other layers the rows are followed from
 * kink to kink ({@link io.sweepnet.search.kernel.piecewise.walk}). An output layer with few inputs needs one Gram
 * matrix for all its parameters ({@code OutputGram}, summed by {@code GramRows}).
 *
 * <p>Internal to the piecewise kernel.
 */
package io.sweepnet.search.kernel.piecewise.squared;
