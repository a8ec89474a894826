package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;

/** The inputs of all layers: the features, and the activations of the hidden units, kept or computed for each step. */
final class LayerInputs {

    /** The inputs, [layer][input][row]; those of layer 0 are the table's features. */
    private final double[][][] columns;

    /** Computes activations at the parameters; both are null if the activations are kept. */
    private final ForwardPass forward;

    private final double[] parameters;

    private LayerInputs(double[][][] columns, ForwardPass forward, double[] parameters) {
        this.columns = columns;
        this.forward = forward;
        this.parameters = parameters;
    }

    /** Returns inputs with activations for all rows, which the caller keeps up to date. */
    static LayerInputs kept(double[][][] columns) {
        return new LayerInputs(columns, null, null);
    }

    /**
     * Returns inputs with activations that a forward pass computes for the requested rows.
     *
     * @param parameters flat parameters; read at every step, not changed
     * @param features [input][row]
     */
    static LayerInputs passed(Architecture architecture, double[] parameters, double[][] features) {
        ForwardPass forward = new ForwardPass(architecture);
        double[][][] columns = new double[architecture.layerCount()][][];
        columns[0] = features;
        for (int layer = 1; layer < columns.length; layer++) {
            columns[layer] = forward.activations(layer - 1);
        }
        return new LayerInputs(columns, forward, parameters);
    }

    /** Returns the inputs of each layer, [layer][input][row]; those of layer 0 are the table's features. */
    double[][][] columns() {
        return columns;
    }

    /**
     * Computes the activations that a step for a parameter needs, for some rows of the table, unless they are kept.
     *
     * @param from first row in the table
     * @param rows number of rows, at most {@link ForwardPass#TILE_ROWS}
     * @return index of the first of these rows in the activations of hidden units
     */
    int begin(ParameterIndex parameter, int from, int rows) {
        if (forward == null) {
            return from;
        }
        int layers = Math.min(parameter.layer() + 1, columns.length - 1);
        forward.layers(layers, parameters, columns[0], from, rows);
        return 0;
    }
}
