package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;

/** What layers take in: the features, and the activations of the hidden units, kept or computed for each step. */
final class LayerInputs {

    /** [layer][input][row]; those of the first layer are the table's features. */
    private final double[][][] columns;

    /** Computes activations, at these parameters; both null where they are kept. */
    private final ForwardPass forward;

    private final double[] parameters;

    private LayerInputs(double[][][] columns, ForwardPass forward, double[] parameters) {
        this.columns = columns;
        this.forward = forward;
        this.parameters = parameters;
    }

    /** Activations that somebody keeps up to date for all rows. */
    static LayerInputs kept(double[][][] columns) {
        return new LayerInputs(columns, null, null);
    }

    /**
     * Activations that a forward pass computes for the rows asked for.
     *
     * @param parameters flat; read at every step, and not changed
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

    /** Of each layer, [layer][input][row]; those of the first are the table's features. */
    double[][][] columns() {
        return columns;
    }

    /**
     * Makes those at hand that a step for a parameter needs at some rows of the table.
     *
     * @return where the first of these rows is in the activations of hidden units
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
