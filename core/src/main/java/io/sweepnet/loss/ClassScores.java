package io.sweepnet.loss;

/** What a network's outputs say of a row's class. */
public final class ClassScores {

    private ClassScores() {}

    /**
     * The class of a row's largest output, of equal ones the lowest; where the first is NaN that one.
     *
     * @param outputs [output][row]
     */
    public static int argmax(double[][] outputs, int row) {
        int best = 0;
        for (int k = 1; k < outputs.length; k++) {
            if (outputs[k][row] > outputs[best][row]) {
                best = k;
            }
        }
        return best;
    }

    /**
     * Turns logits into probabilities, in place; exponentials are taken relative to a row's largest output, so that none
     * overflows.
     *
     * @param outputs [output][row]
     */
    public static void softmax(double[][] outputs) {
        for (int row = 0; row < outputs[0].length; row++) {
            double largest = outputs[argmax(outputs, row)][row];
            double sum = 0;
            for (double[] output : outputs) {
                output[row] = StrictMath.exp(output[row] - largest);
                sum += output[row];
            }
            for (double[] output : outputs) {
                output[row] /= sum;
            }
        }
    }
}
