package io.sweepnet.network;

import java.util.Arrays;

/**
 * The plain forward pass, a tile of rows at a time: z = b + w_0 x_0 + w_1 x_1 + ... in this order, a = f(z), layer by
 * layer. The order of additions is fixed, so the outputs of a row have the same bits wherever and in whatever tile they
 * are computed.
 *
 * <p>Holds its work space; not for use by several threads at once.
 */
public final class ForwardPass {

    /** Rows of a tile: with a few dozen units its columns stay in the L1 and L2 caches. */
    public static final int TILE_ROWS = 512;

    private final Architecture architecture;
    private final double[][][] activations;

    /** Work space for one tile of a network. */
    public ForwardPass(Architecture architecture) {
        this.architecture = architecture;
        this.activations = new double[architecture.layerCount()][][];
        for (int layer = 0; layer < activations.length; layer++) {
            activations[layer] = new double[architecture.units(layer)][TILE_ROWS];
        }
    }

    /**
     * The outputs of some rows.
     *
     * @param parameters flat, as {@link Architecture} lays them out
     * @param features [input][row]
     * @param from first row
     * @param count number of rows, at most {@link #TILE_ROWS}
     * @return [output][0 .. count-1]; valid until the next call
     */
    public double[][] outputs(double[] parameters, double[][] features, int from, int count) {
        layers(activations.length, parameters, features, from, count);
        return activations[activations.length - 1];
    }

    /**
     * Computes the activations of the first layers alone, as {@link #outputs} does; those of the others stay what they were.
     *
     * @param layers how many
     * @param parameters flat, as {@link Architecture} lays them out
     * @param features [input][row]
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

    /** The activations of a layer at the last rows, [unit][0 .. count-1]; valid until the next call. */
    public double[][] activations(int layer) {
        return activations[layer];
    }
}
