package io.sweepnet.loss;

/** The predicted class and the class probabilities that follow from the outputs of a network. */
public final class ClassScores {

    private ClassScores() {}

    /**
     * Returns the class of a row's largest output; of equal outputs the lowest class. If the output of class 0 is NaN, it is
     * class 0; another output that is NaN never is the largest.
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
     * Returns the softmax of a row's outputs, [class]: the class probabilities if the outputs are logits. Exponentials are
     * taken relative to the largest output, so that none overflows.
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
