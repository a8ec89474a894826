package io.sweepnet.network;

import java.util.Arrays;

/**
 * The forward pass, a tile of rows at a time: z = b + w_0 x_0 + w_1 x_1 + ... in this order, a = f(z), layer by layer. The
 * order of additions is fixed, so the outputs of a row have the same bits in any process and in any tile.
 *
 * <pre>{@code
 * ForwardPass forward = new ForwardPass(architecture);
 * double[][] outputs = forward.outputs(parameters.toArray(), features, 0, 100); // of the first 100 rows
 * }</pre>
 *
 * <p>Reuses its arrays from call to call; not for use by several threads at once.
 */
public final class ForwardPass {

    /** The number of rows of a tile. With a few dozen units the columns of a tile stay in the L1 and L2 caches. */
    public static final int TILE_ROWS = 512;

    private final Architecture architecture;
    private final double[][][] activations;

    /** Allocates the arrays for one tile. */
    public ForwardPass(Architecture architecture) {
        this.architecture = architecture;
        this.activations = new double[architecture.layerCount()][][];
        for (int layer = 0; layer < activations.length; layer++) {
            activations[layer] = new double[architecture.units(layer)][TILE_ROWS];
        }
    }

    /**
     * Returns the outputs of consecutive rows.
     *
     * @param parameters flat parameters, in the layout of {@link Architecture}
     * @param features [feature][row]
     * @param from first row
     * @param count number of rows, at most {@link #TILE_ROWS}
     * @return [output][0 .. count-1]; valid until the next call
     */
    public double[][] outputs(double[] parameters, double[][] features, int from, int count) {
        layers(activations.length, parameters, features, from, count);
        return activations[activations.length - 1];
    }

    /**
     * Computes the activations of the first layers only, as {@link #outputs} does; those of the other layers do not change.
     *
     * @param layers number of layers to compute
     * @param parameters flat parameters, in the layout of {@link Architecture}
     * @param features [feature][row]
     * @param from first row
     * @param count number of rows, at most {@link #TILE_ROWS}
     */
    public void layers(int layers, double[] parameters, double[][] features, int from, int count) {
        double[][] inputs = features;
        int offset = from;
        int weights = 0;
        for (int layer = 0; layer < layers; layer++) {
            double[][] units = activations[layer];
            int biases = weights + units.length * inputs.length;
            for (int unit = 0; unit < units.length; unit++) {
                double[] column = units[unit];
                Arrays.fill(column, 0, count, parameters[biases + unit]);
                UnitColumns.addWeighted(
                        column, parameters, weights + unit * inputs.length, inputs, 0, inputs.length, offset, count);
                UnitColumns.apply(architecture.activation(layer), column, count);
            }
            weights = biases + units.length;
            inputs = units;
            offset = 0;
        }
    }

    /** Returns the activations of a layer for the rows of the last call, [unit][0 .. count-1]; valid until the next call. */
    public double[][] activations(int layer) {
        return activations[layer];
    }
}
