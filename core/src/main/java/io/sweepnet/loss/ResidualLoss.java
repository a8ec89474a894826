package io.sweepnet.loss;

import java.util.Arrays;

/** A loss of numbers: a function of the residual r = output - target, averaged over the outputs. */
abstract class ResidualLoss implements Loss {

    private final double factor;

    /** @param factor multiplies the loss; other than 1 only to undo a scaling of the targets */
    ResidualLoss(double factor) {
        this.factor = factor;
    }

    /**
     * Adds the losses of some residuals, before the factor. A loop of each loss's own, which the compiler turns into
     * vector instructions; one that calls a method per row it does not.
     *
     * @param sum receives [0 .. count-1]
     */
    abstract void add(double[] outputs, double[] targets, int from, int count, double[] sum);

    /** Its derivative. */
    abstract double derivative(double residual);

    @Override
    public boolean isForClasses() {
        return false;
    }

    @Override
    public int targetColumns(int outputs) {
        return outputs;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        double[] sum = statistics[0];
        Arrays.fill(sum, 0, count, 0);
        for (int output = 0; output < outputs.length; output++) {
            add(outputs[output], targets[output], from, count, sum);
        }
        if (outputs.length > 1) {
            double divisor = outputs.length;
            for (int i = 0; i < count; i++) {
                sum[i] /= divisor;
            }
        }
    }

    @Override
    public double finish(double[] sums, double totalWeight) {
        return factor * (sums[0] / totalWeight);
    }

    @Override
    public void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        double scale = factor / outputs.length;
        for (int output = 0; output < outputs.length; output++) {
            for (int i = 0; i < count; i++) {
                gradients[output][i] = scale * derivative(outputs[output][i] - targets[output][from + i]);
            }
        }
    }

    double factor() {
        return factor;
    }
}
