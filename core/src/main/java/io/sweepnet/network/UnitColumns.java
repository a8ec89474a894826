package io.sweepnet.network;

/**
 * The arithmetic of units on columns, each of which has the values of one unit or input for many rows. Additions are in the
 * order of the inputs, so a pre-activation has the same bits when it is summed in several calls. The forward pass
 * and kernels share this arithmetic.
 */
public final class UnitColumns {

    private UnitColumns() {}

    /**
     * Adds inputs times their weights, in order; four inputs at a time, so that the column is loaded and stored less often.
     *
     * @param column pre-activations to add to, [0 .. count-1]
     * @param parameters flat parameters
     * @param weights flat position of the unit's first weight
     * @param inputs [input][row]
     * @param fromInput first input to add
     * @param toInput the input after the last one to add
     * @param offset row of the inputs that element 0 of the column is for
     * @param count number of rows
     */
    public static void addWeighted(
            double[] column,
            double[] parameters,
            int weights,
            double[][] inputs,
            int fromInput,
            int toInput,
            int offset,
            int count) {
        int input = fromInput;
        for (; input + 4 <= toInput; input += 4) {
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
        for (; input < toInput; input++) {
            double weight = parameters[weights + input];
            double[] x = inputs[input];
            for (int i = 0; i < count; i++) {
                column[i] += weight * x[offset + i];
            }
        }
    }

    /** Replaces pre-activations by activations in place, [0 .. count-1]. */
    public static void apply(Activation activation, double[] column, int count) {
        activation.apply(column, count);
    }
}
