package io.sweepnet.loss;

/**
 * The cross-entropy of the softmax of the outputs o (logits): log(sum_k exp(o_k)) - o_target, averaged over rows. The
 * derivative by o_k is the softmax probability of class k, minus 1 for the class of the row (Bishop, "Pattern Recognition
 * and Machine Learning", 2006, section 4.3.4, equations 4.108 and 4.109). The logarithm of the sum is computed relative to
 * the largest output, so that large outputs give a large finite loss.
 */
public final class CrossEntropyLoss extends ClassLoss {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        for (int i = 0; i < count; i++) {
            double largest = largest(outputs, i);
            double sum = 0;
            for (double[] output : outputs) {
                sum += StrictMath.exp(output[i] - largest);
            }
            int target = (int) targets[0][from + i];
            statistics[0][i] = StrictMath.log(sum) + (largest - outputs[target][i]);
        }
    }

    @Override
    public void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        for (int i = 0; i < count; i++) {
            double largest = largest(outputs, i);
            double sum = 0;
            for (double[] output : outputs) {
                sum += StrictMath.exp(output[i] - largest);
            }
            int target = (int) targets[0][from + i];
            for (int k = 0; k < outputs.length; k++) {
                gradients[k][i] = StrictMath.exp(outputs[k][i] - largest) / sum - (k == target ? 1 : 0);
            }
        }
    }

    private static double largest(double[][] outputs, int i) {
        double largest = outputs[0][i];
        for (int k = 1; k < outputs.length; k++) {
            largest = Math.max(largest, outputs[k][i]);
        }
        return largest;
    }
}
