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
     * The probabilities of a row whose outputs are logits, by class; exponentials are taken relative to the largest output,
     * so that none overflows.
     *
     * @param outputs [output][row]
     */
    public static double[] softmax(double[][] outputs, int row) {
        double largest = outputs[argmax(outputs, row)][row];
        double[] probabilities = new double[outputs.length];
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = StrictMath.exp(outputs[k][row] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }
}
