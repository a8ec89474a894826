package io.sweepnet.loss;

/** A loss of numbers: a function of the residual r = output - target, averaged over the outputs. */
abstract class ResidualLoss implements Loss {

    private final double factor;

    /** @param factor multiplies the loss; other than 1 only to undo a scaling of the targets */
    ResidualLoss(double factor) {
        this.factor = factor;
    }

    /** The loss of a residual, before the factor. */
    abstract double of(double residual);

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
        for (int i = 0; i < count; i++) {
            sum[i] = of(outputs[0][i] - targets[0][from + i]);
        }
        for (int output = 1; output < outputs.length; output++) {
            for (int i = 0; i < count; i++) {
                sum[i] += of(outputs[output][i] - targets[output][from + i]);
            }
        }
        double divisor = outputs.length;
        for (int i = 0; i < count; i++) {
            sum[i] /= divisor;
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
