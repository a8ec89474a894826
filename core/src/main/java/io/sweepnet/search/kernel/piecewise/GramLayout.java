package io.sweepnet.search.kernel.piecewise;

import io.sweepnet.network.Architecture;

/**
 * Where the sums of {@link OutputGram} are in their array: the upper triangle of the Gram matrix, then the moments of each
 * output, then the weighted sum of squared residuals.
 *
 * @param inputs of the output layer; the column of ones is one more
 * @param outputs number of outputs
 */
record GramLayout(int inputs, int outputs) {

    static GramLayout of(Architecture architecture) {
        return new GramLayout(architecture.inputs(architecture.layerCount() - 1), architecture.outputSize());
    }

    int length() {
        return squares() + 1;
    }

    /** Of (A' W A)_ij, {@code i <= j}. */
    int gram(int i, int j) {
        return i * (inputs + 1) + j;
    }

    /** Of (A' W r)_j of an output. */
    int moment(int output, int j) {
        return (inputs + 1) * (inputs + 1 + output) + j;
    }

    /** Of r' W r, over all outputs. */
    int squares() {
        return moment(outputs, 0);
    }
}
