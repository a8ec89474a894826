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
        double[][] inputs = features;
        int offset = from;
        int weights = 0;
        for (int layer = 0; layer < activations.length; layer++) {
            double[][] units = activations[layer];
            int biases = weights + units.length * inputs.length;
            for (int unit = 0; unit < units.length; unit++) {
                double[] column = units[unit];
                Arrays.fill(column, 0, count, parameters[biases + unit]);
                addWeighted(column, parameters, weights + unit * inputs.length, inputs, offset, count);
                apply(architecture.activation(layer), column, count);
            }
            weights = biases + units.length;
            inputs = units;
            offset = 0;
        }
        return inputs;
    }

    /** Adds all inputs times their weights, in order; four at a time, so that a column is loaded and stored less often. */
    private static void addWeighted(
            double[] column, double[] parameters, int weights, double[][] inputs, int offset, int count) {
        int input = 0;
        for (; input + 4 <= inputs.length; input += 4) {
            double w0 = parameters[weights + input];
            double w1 = parameters[weights + input + 1];
            double w2 = parameters[weights + input + 2];
            double w3 = parameters[weights + input + 3];
            double[] x0 = inputs[input];
            double[] x1 = inputs[input + 1];
            double[] x2 = inputs[input + 2];
            double[] x3 = inputs[input + 3];
            for (int i = 0; i < count; i++) {
                int row = offset + i;
                column[i] = column[i] + w0 * x0[row] + w1 * x1[row] + w2 * x2[row] + w3 * x3[row];
            }
        }
        for (; input < inputs.length; input++) {
            double weight = parameters[weights + input];
            double[] x = inputs[input];
            for (int i = 0; i < count; i++) {
                column[i] += weight * x[offset + i];
            }
        }
    }

    private static void apply(Activation activation, double[] column, int count) {
        switch (activation) {
            case IDENTITY -> {}
            case RELU -> {
                for (int i = 0; i < count; i++) {
                    column[i] = Math.max(column[i], 0);
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    column[i] = activation.apply(column[i]);
                }
            }
        }
    }
}
