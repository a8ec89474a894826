package io.sweepnet.model;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;

/**
 * The sizes and activations of which settings make an architecture.
 *
 * @param inputSize number of features
 * @param hiddenSizes units of each hidden layer
 * @param outputSize number of outputs
 * @param activations one for all hidden layers, or one for each
 * @param whole an architecture that takes precedence over sizes and activations; null if there is none
 */
record NetworkShape(
        int inputSize, List<Integer> hiddenSizes, int outputSize, List<Activation> activations, Architecture whole)
        implements Serializable {

    /** A linear model whose sizes of input and output are not set yet; ReLU for hidden layers that are added. */
    static final NetworkShape DEFAULT = new NetworkShape(0, List.of(), 0, List.of(Activation.of("relu")), null);

    NetworkShape withInputSize(int size) {
        return new NetworkShape(size, hiddenSizes, outputSize, activations, whole);
    }

    NetworkShape withHiddenSizes(List<Integer> sizes) {
        return new NetworkShape(inputSize, sizes, outputSize, activations, whole);
    }

    NetworkShape withOutputSize(int size) {
        return new NetworkShape(inputSize, hiddenSizes, size, activations, whole);
    }

    NetworkShape withActivations(List<Activation> hidden) {
        return new NetworkShape(inputSize, hiddenSizes, outputSize, hidden, whole);
    }

    NetworkShape withWhole(Architecture architecture) {
        return new NetworkShape(inputSize, hiddenSizes, outputSize, activations, architecture);
    }

    /**
     * Returns the architecture.
     *
     * @throws IllegalArgumentException if sizes and activations do not make a network
     */
    Architecture architecture() {
        if (whole != null) {
            return whole;
        }
        List<Activation> hidden =
                activations.size() == 1 ? Collections.nCopies(hiddenSizes.size(), activations.get(0)) : activations;
        return Architecture.of(inputSize, hiddenSizes, outputSize, hidden);
    }
}
