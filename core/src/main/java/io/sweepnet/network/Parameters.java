package io.sweepnet.network;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The weights and biases of a network as one flat array, in the layout of {@link Architecture}. Immutable. For example, y =
 * 2 x + 1 and the same line with the bias 5:
 *
 * <pre>{@code
 * Architecture line = Architecture.of(1, List.of(), 1, List.of());
 * Parameters parameters = Parameters.of(line, new double[] {2, 1});
 * Parameters changed = parameters.with(ParameterIndex.bias(0, 0), 5);
 * }</pre>
 */
public final class Parameters implements Serializable {

    private static final long serialVersionUID = 1;

    private final Architecture architecture;
    private final double[] values;

    private Parameters(Architecture architecture, double[] values) {
        if (values.length != architecture.parameterCount()) {
            throw new IllegalArgumentException("a network of " + architecture + " has " + architecture.parameterCount()
                    + " parameters, got " + values.length);
        }
        this.architecture = architecture;
        this.values = values;
    }

    /**
     * Returns parameters with the values of a flat array, which is copied.
     *
     * @throws IllegalArgumentException if the length is not {@link Architecture#parameterCount()}
     */
    public static Parameters of(Architecture architecture, double[] values) {
        return new Parameters(architecture, values.clone());
    }

    /**
     * Returns parameters given layer by layer.
     *
     * @param weights [layer][unit][input]
     * @param biases [layer][unit]
     * @throws IllegalArgumentException if a length does not fit the architecture
     */
    public static Parameters ofLayers(Architecture architecture, double[][][] weights, double[][] biases) {
        double[] values = new double[architecture.parameterCount()];
        checkShape("layers", architecture.layerCount(), weights.length, architecture);
        checkShape("layers", architecture.layerCount(), biases.length, architecture);
        for (int layer = 0; layer < architecture.layerCount(); layer++) {
            int inputs = architecture.inputs(layer);
            checkShape("units", architecture.units(layer), weights[layer].length, architecture);
            checkShape("biases", architecture.units(layer), biases[layer].length, architecture);
            int offset = architecture.weightOffset(layer);
            for (int unit = 0; unit < architecture.units(layer); unit++) {
                checkShape("inputs", inputs, weights[layer][unit].length, architecture);
                System.arraycopy(weights[layer][unit], 0, values, offset + unit * inputs, inputs);
            }
            System.arraycopy(biases[layer], 0, values, architecture.biasOffset(layer), architecture.units(layer));
        }
        return new Parameters(architecture, values);
    }

    private static void checkShape(String what, int expected, int actual, Architecture architecture) {
        if (actual != expected) {
            throw new IllegalArgumentException(
                    "a network of " + architecture + " takes " + expected + " " + what + " here, got " + actual);
        }
    }

    /** Returns the architecture of the network. */
    public Architecture architecture() {
        return architecture;
    }

    /** Returns the number of parameters. */
    public int count() {
        return values.length;
    }

    /** Returns the value at a flat position. */
    public double get(int flatIndex) {
        return values[flatIndex];
    }

    /** Returns the value of one parameter. */
    public double get(ParameterIndex index) {
        return values[architecture.flatIndex(index)];
    }

    /** Returns these parameters with one value changed. */
    public Parameters with(ParameterIndex index, double value) {
        double[] changed = values.clone();
        changed[architecture.flatIndex(index)] = value;
        return new Parameters(architecture, changed);
    }

    /** Returns a copy of a layer's weights, [unit][input]. */
    public double[][] weights(int layer) {
        int inputs = architecture.inputs(layer);
        double[][] weights = new double[architecture.units(layer)][];
        for (int unit = 0; unit < weights.length; unit++) {
            int from = architecture.weightOffset(layer) + unit * inputs;
            weights[unit] = Arrays.copyOfRange(values, from, from + inputs);
        }
        return weights;
    }

    /** Returns a copy of a layer's biases, [unit]. */
    public double[] biases(int layer) {
        int from = architecture.biasOffset(layer);
        return Arrays.copyOfRange(values, from, from + architecture.units(layer));
    }

    /** Returns a copy of the flat array. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that
                && architecture.equals(that.architecture)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " parameters of " + architecture;
    }
}
