package io.sweepnet.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The architecture of a fully connected feed-forward network, without its parameters: the number of units of each layer and
 * their activations. For example 10 features, hidden layers of 5 and 4 units, and one output:
 *
 * <pre>{@code
 * Architecture architecture =
 *         Architecture.of(10, List.of(5, 4), 1, List.of(Activation.RELU, Activation.RELU));
 * int parameters = architecture.parameterCount(); // (10 + 1) 5 + (5 + 1) 4 + (4 + 1) 1 = 84
 * }</pre>
 *
 * <p>Layer l (0 is the first after the features) has {@code inputs(l)} inputs and {@code units(l)} units. This class defines
 * the layout of the flat array of parameters: layer by layer; in a layer first the weights, unit by unit and in a unit input
 * by input, then the biases, unit by unit.
 *
 * @param sizes number of features, then the units of each layer, the output layer last; at least two entries, each at least
 *     1
 * @param activations one per layer, the output layer last
 */
public record Architecture(List<Integer> sizes, List<Activation> activations) implements Serializable {

    public Architecture {
        sizes = List.copyOf(sizes);
        activations = List.copyOf(activations);
        if (sizes.size() < 2) {
            throw new IllegalArgumentException("a network needs inputs and outputs, got sizes " + sizes);
        }
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("every layer needs at least one unit, got sizes " + sizes);
            }
        }
        if (activations.size() != sizes.size() - 1) {
            throw new IllegalArgumentException((sizes.size() - 1) + " layers (sizes " + sizes + ") need as many"
                    + " activations, got " + activations.size() + ": " + activations);
        }
        long count = 0;
        for (int layer = 0; layer < activations.size(); layer++) {
            count += (sizes.get(layer) + 1L) * sizes.get(layer + 1);
            if (count > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException(
                        "sizes " + sizes + " make more parameters than one array can hold (" + Integer.MAX_VALUE + ")");
            }
        }
    }

    /**
     * Returns the architecture with the given hidden layers and an identity output layer.
     *
     * @param inputSize number of features, at least 1
     * @param hiddenSizes units of each hidden layer; may be empty
     * @param outputSize number of outputs, at least 1
     * @param hiddenActivations one per hidden layer
     * @throws IllegalArgumentException if a size is below 1, or the numbers of layers and activations differ
     */
    public static Architecture of(
            int inputSize, List<Integer> hiddenSizes, int outputSize, List<Activation> hiddenActivations) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputSize);
        sizes.addAll(hiddenSizes);
        sizes.add(outputSize);
        return new Architecture(sizes, Activation.withIdentityOutputs(hiddenActivations));
    }

    /** Returns the number of features. */
    public int inputSize() {
        return sizes.get(0);
    }

    /** Returns the number of outputs. */
    public int outputSize() {
        return sizes.get(sizes.size() - 1);
    }

    /** Returns the number of layers, including the output layer. */
    public int layerCount() {
        return activations.size();
    }

    /** Returns the number of inputs of each unit of a layer. */
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /** Returns the number of units of a layer. */
    public int units(int layer) {
        return sizes.get(layer + 1);
    }

    /** Returns the activation of the units of a layer. */
    public Activation activation(int layer) {
        return activations.get(layer);
    }

    /** Returns the number of weights and biases of all layers. */
    public int parameterCount() {
        return weightOffset(layerCount());
    }

    /** Returns the flat position of a layer's first weight. */
    public int weightOffset(int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (inputs(l) + 1) * units(l);
        }
        return offset;
    }

    /** Returns the flat position of a layer's first bias. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + inputs(layer) * units(layer);
    }

    /**
     * Returns the flat position of a parameter.
     *
     * @throws IllegalArgumentException if the network has no such parameter
     */
    public int flatIndex(ParameterIndex index) {
        int layer = index.layer();
        if (layer >= layerCount() || index.unit() >= units(layer) || index.input() >= inputs(layer)) {
            throw new IllegalArgumentException("no " + index + " in a network of " + this);
        }
        return index.isWeight()
                ? weightOffset(layer) + index.unit() * inputs(layer) + index.input()
                : biasOffset(layer) + index.unit();
    }

    /**
     * Returns the parameter at a flat position.
     *
     * @throws IllegalArgumentException if the position is negative or not below {@link #parameterCount()}
     */
    public ParameterIndex parameterIndex(int flatIndex) {
        int layer = 0;
        while (layer < layerCount() && flatIndex >= weightOffset(layer + 1)) {
            layer++;
        }
        if (flatIndex < 0 || layer == layerCount()) {
            throw new IllegalArgumentException("no parameter " + flatIndex + " in a network of " + this);
        }
        int inLayer = flatIndex - weightOffset(layer);
        int weights = inputs(layer) * units(layer);
        return inLayer < weights
                ? ParameterIndex.weight(layer, inLayer / inputs(layer), inLayer % inputs(layer))
                : ParameterIndex.bias(layer, inLayer - weights);
    }

    /** Returns the sizes as text, for example {@code 10-5-4-1}. */
    public String shape() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** Returns sizes and activations as text, for example {@code 10-5-4-1 (relu, relu, identity)}. */
    @Override
    public String toString() {
        return shape() + activations.stream().map(Activation::label).collect(Collectors.joining(", ", " (", ")"));
    }
}
