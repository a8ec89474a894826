package io.sweepnet.search.kernel.incremental;

import io.sweepnet.network.Activation;
import io.sweepnet.network.UnitColumns;
import java.util.Arrays;

/**
 * The arithmetic of a unit with one changing input or weight: head + weight * input + rest. The head is the sum up to that
 * input; the rest are the products of the later inputs and their weights. They are added one by one, in the order of the
 * direct rule, so the sum has the same bits.
 *
 * <p>Each loop writes one column, since C2 does not vectorise a loop that writes the columns of several candidates.
 */
final class StepColumns {

    /** The number of columns of the rest that one loop adds. */
    private static final int AT_ONCE = 4;

    private StepColumns() {}

    /** Returns work space for the rest of a unit with the given number of inputs, [product][row]. */
    static double[][] rest(int inputs, int rows) {
        return new double[(inputs + AT_ONCE - 1) / AT_ONCE * AT_ONCE][rows];
    }

    /**
     * Multiplies inputs by their weights.
     *
     * @param rest receives [product][row], filled up to a multiple of four columns with -0.0: adding -0.0 changes nothing, not
     *     even the sign of a zero
     * @param parameters flat parameters
     * @param weights index of the weight of {@code inputs[0]} in the parameters
     * @param inputs [input][row]
     * @param from first input to multiply
     * @param to input after the last
     * @return number of columns, a multiple of four
     */
    static int multiply(
            double[][] rest, double[] parameters, int weights, double[][] inputs, int from, int to, int rows) {
        int count = 0;
        for (int input = from; input < to; input++) {
            multiply(rest[count++], parameters[weights + input], inputs[input], rows);
        }
        while (count % AT_ONCE != 0) {
            Arrays.fill(rest[count++], 0, rows, -0.0);
        }
        return count;
    }

    private static void multiply(double[] product, double weight, double[] input, int rows) {
        for (int i = 0; i < rows; i++) {
            product[i] = weight * input[i];
        }
    }

    /** Computes the unit's activations, [row], from head, weight * input and the first {@code count} columns of the rest. */
    static void unit(
            Activation activation,
            double[] column,
            double[] head,
            double weight,
            double[] input,
            double[][] rest,
            int count,
            int rows) {
        if (count == 0) {
            for (int i = 0; i < rows; i++) {
                column[i] = head[i] + weight * input[i];
            }
        } else if (count == AT_ONCE && activation.isRectifier()) {
            // The usual case in small networks: one loop instead of two.
            startRelu(column, head, weight, input, rest, rows);
            return;
        } else {
            start(column, head, weight, input, rest, rows);
            for (int next = AT_ONCE; next < count; next += AT_ONCE) {
                add(column, rest, next, rows);
            }
        }
        UnitColumns.apply(activation, column, rows);
    }

    private static void start(
            double[] column, double[] head, double weight, double[] input, double[][] rest, int rows) {
        double[] rest0 = rest[0];
        double[] rest1 = rest[1];
        double[] rest2 = rest[2];
        double[] rest3 = rest[3];
        for (int i = 0; i < rows; i++) {
            column[i] = head[i] + weight * input[i] + rest0[i] + rest1[i] + rest2[i] + rest3[i];
        }
    }

    private static void startRelu(
            double[] column, double[] head, double weight, double[] input, double[][] rest, int rows) {
        double[] rest0 = rest[0];
        double[] rest1 = rest[1];
        double[] rest2 = rest[2];
        double[] rest3 = rest[3];
        for (int i = 0; i < rows; i++) {
            column[i] = Math.max(head[i] + weight * input[i] + rest0[i] + rest1[i] + rest2[i] + rest3[i], 0);
        }
    }

    private static void add(double[] column, double[][] rest, int from, int rows) {
        double[] rest0 = rest[from];
        double[] rest1 = rest[from + 1];
        double[] rest2 = rest[from + 2];
        double[] rest3 = rest[from + 3];
        for (int i = 0; i < rows; i++) {
            column[i] = column[i] + rest0[i] + rest1[i] + rest2[i] + rest3[i];
        }
    }
}
