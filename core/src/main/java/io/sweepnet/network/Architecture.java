package io.sweepnet.network;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The topology of a feed-forward network, apart from its parameters: how many units each layer has and what they apply.
 *
 * <p>Layer l (0 the first hidden one) has {@code inputs(l)} inputs and {@code units(l)} units. The place of every
 * parameter in the one flat array is set here: layer by layer; in a layer the weights, unit by unit and in a unit input
 * by input, then the biases, unit by unit.
 *
 * @param sizes number of inputs, then the units of each layer, the output layer last; at least two entries, each >= 1
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
     * A network with the given hidden layers and an identity output layer.
     *
     * @param hiddenActivations one per hidden layer
     */
    public static Architecture of(
            int inputSize, List<Integer> hiddenSizes, int outputSize, List<Activation> hiddenActivations) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputSize);
        sizes.addAll(hiddenSizes);
        sizes.add(outputSize);
        return new Architecture(sizes, Activation.withIdentityOutputs(hiddenActivations));
    }

    /** Number of features the network takes. */
    public int inputSize() {
        return sizes.get(0);
    }

    /** Number of values the network gives. */
    public int outputSize() {
        return sizes.get(sizes.size() - 1);
    }

    /** Number of layers, the output layer included. */
    public int layerCount() {
        return activations.size();
    }

    /** Inputs of each unit of a layer. */
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /** Units of a layer. */
    public int units(int layer) {
        return sizes.get(layer + 1);
    }

    /** What the units of a layer apply. */
    public Activation activation(int layer) {
        return activations.get(layer);
    }

    /** Number of weights and biases. */
    public int parameterCount() {
        return weightOffset(layerCount());
    }

    /** Flat position of a layer's first weight. */
    public int weightOffset(int layer) {
        int offset = 0;
        for (int l = 0; l < layer; l++) {
            offset += (inputs(l) + 1) * units(l);
        }
        return offset;
    }

    /** Flat position of a layer's first bias. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + inputs(layer) * units(layer);
    }

    /** Flat position of a parameter. */
    public int flatIndex(ParameterIndex index) {
        int layer = index.layer();
        if (layer >= layerCount() || index.unit() >= units(layer) || index.input() >= inputs(layer)) {
            throw new IllegalArgumentException("no " + index + " in a network of " + this);
        }
        return index.isWeight()
                ? weightOffset(layer) + index.unit() * inputs(layer) + index.input()
                : biasOffset(layer) + index.unit();
    }

    /** The parameter at a flat position. */
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

    /** The sizes alone, for example {@code 10-5-4-1}. */
    public String shape() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /** Sizes and activations, for example {@code 10-5-4-1 (relu, relu, identity)}. */
    @Override
    public String toString() {
        return shape() + activations.stream().map(Activation::label).collect(Collectors.joining(", ", " (", ")"));
    }
}
