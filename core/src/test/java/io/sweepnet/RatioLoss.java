package io.sweepnet;

import io.sweepnet.loss.Loss;

/**
 * (ln(1 + y) - ln(1 + output))^2 of one output: NaN below -1, infinite at -1. A loss that the search has never heard of
 * and that cannot be computed everywhere.
 */
public final class RatioLoss implements Loss {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "ratio";
    }

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
        for (int i = 0; i < count; i++) {
            double ratio = logRatio(outputs[0][i], targets[0][from + i]);
            statistics[0][i] = ratio * ratio;
        }
    }

    @Override
    public void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        for (int i = 0; i < count; i++) {
            gradients[0][i] = -2 * logRatio(outputs[0][i], targets[0][from + i]) / (1 + outputs[0][i]);
        }
    }

    private static double logRatio(double output, double target) {
        return StrictMath.log(1 + target) - StrictMath.log(1 + output);
    }
}
