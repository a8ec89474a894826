package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.UnitColumns;
import java.util.Arrays;

/** The activations of all hidden units for all rows, updated after each move, with the bits of a forward pass. */
final class KeptActivations {

    private final Architecture architecture;
    private final double[] parameters;

    /** The inputs of each layer, [layer][input][row]; those of layer 0 are the features. */
    private final double[][][] inputs;

    /**
     * Computes the activations at the current parameters.
     *
     * @param parameters flat parameters; read at every call, not changed
     * @param features [input][row]
     */
    KeptActivations(Architecture architecture, double[] parameters, double[][] features) {
        this.architecture = architecture;
        this.parameters = parameters;
        this.inputs = new double[architecture.layerCount()][][];
        inputs[0] = features;
        for (int layer = 1; layer < inputs.length; layer++) {
            inputs[layer] = new double[architecture.inputs(layer)][features[0].length];
        }
        fill(features[0].length);
    }

    private void fill(int allRows) {
        ForwardPass forward = new ForwardPass(architecture);
        for (int from = 0; from < allRows; from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, allRows - from);
            forward.outputs(parameters, inputs[0], from, rows);
            for (int layer = 1; layer < inputs.length; layer++) {
                for (int unit = 0; unit < inputs[layer].length; unit++) {
                    System.arraycopy(forward.activations(layer - 1)[unit], 0, inputs[layer][unit], from, rows);
                }
            }
        }
    }

    /** Returns the inputs of all layers, which change with every move. */
    LayerInputs inputs() {
        return LayerInputs.kept(inputs);
    }

    /** Returns whether a move of the parameter changes any activations of hidden units. */
    boolean depend(ParameterIndex parameter) {
        return parameter.layer() + 1 < inputs.length;
    }

    /**
     * Updates some rows after a parameter has moved.
     *
     * @param fromRow first row
     * @param toRow row after the last
     * @param column work space for a tile, [row of the tile]
     */
    void follow(ParameterIndex parameter, int fromRow, int toRow, double[] column) {
        for (int from = fromRow; from < toRow; from += ForwardPass.TILE_ROWS) {
            int rows = Math.min(ForwardPass.TILE_ROWS, toRow - from);
            for (int layer = parameter.layer(); layer + 1 < inputs.length; layer++) {
                boolean first = layer == parameter.layer();
                int to = first ? parameter.unit() + 1 : architecture.units(layer);
                for (int unit = first ? parameter.unit() : 0; unit < to; unit++) {
                    activate(layer, unit, from, rows, column);
                }
            }
        }
    }

    private void activate(int layer, int unit, int from, int rows, double[] column) {
        Arrays.fill(column, 0, rows, parameters[architecture.biasOffset(layer) + unit]);
        int size = architecture.inputs(layer);
        int weights = architecture.weightOffset(layer) + unit * size;
        UnitColumns.addWeighted(column, parameters, weights, inputs[layer], 0, size, from, rows);
        UnitColumns.apply(architecture.activation(layer), column, rows);
        System.arraycopy(column, 0, inputs[layer + 1][unit], from, rows);
    }
}
