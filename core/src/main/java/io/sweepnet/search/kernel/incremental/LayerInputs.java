package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.ParameterIndex;

/** What layers take in: the features, and the activations of the hidden units. */
abstract class LayerInputs {

    /** Of each layer, [layer][input][row]; those of the first are the table's features. */
    abstract double[][][] columns();

    /**
     * Makes those at hand that a step for a parameter needs at some rows of the table.
     *
     * @return where the first of these rows is in the activations of hidden units
     */
    abstract int begin(ParameterIndex parameter, int from, int rows);

    /** Activations that somebody keeps up to date for all rows. */
    static LayerInputs kept(double[][][] columns) {
        return new LayerInputs() {
            @Override
            double[][][] columns() {
                return columns;
            }

            @Override
            int begin(ParameterIndex parameter, int from, int rows) {
                return from;
            }
        };
    }

    /** Activations that a forward pass computes for the rows asked for. */
    static LayerInputs passed(Architecture architecture, double[] parameters, double[][] features) {
        ForwardPass forward = new ForwardPass(architecture);
        double[][][] columns = new double[architecture.layerCount()][][];
        columns[0] = features;
        for (int layer = 1; layer < columns.length; layer++) {
            columns[layer] = forward.activations(layer - 1);
        }
        return new LayerInputs() {
            @Override
            double[][][] columns() {
                return columns;
            }

            @Override
            int begin(ParameterIndex parameter, int from, int rows) {
                int layers = Math.min(parameter.layer() + 1, columns.length - 1);
                forward.layers(layers, parameters, features, from, rows);
                return 0;
            }
        };
    }
}
