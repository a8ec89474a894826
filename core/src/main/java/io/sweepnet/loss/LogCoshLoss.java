package io.sweepnet.loss;

/**
 * The log-cosh loss: log(cosh(r)) for the residual r = output - target, averaged over rows and outputs; at least 0. It is
 * close to r^2 / 2 for small residuals and to |r| - log(2) for large ones, and smooth everywhere. The derivative is tanh(r).
 * The change from one form to the other is at residuals of size about 1 in the target's own units (Green, "Bayesian
 * Reconstructions from Emission Tomography Data Using a Modified EM Algorithm", IEEE Transactions on Medical Imaging 9,
 * 1990, where it is the potential of differences between neighbours).
 *
 * <p>The cosh itself overflows from residuals of size 711 on, so it is not computed: log(cosh(r)) = |r| + log(1 + exp(-2
 * |r|)) - log(2). Below 1 the terms of that sum nearly cancel, and log(1 + 2 sinh(r / 2)^2) is used instead.
 */
public final class LogCoshLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    private static final double LOG_2 = StrictMath.log(2);

    @Override
    public String name() {
        return "log-cosh";
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            double size = Math.abs(outputs[i] - targets[from + i]);
            if (size < 1) {
                double sinh = StrictMath.sinh(size / 2);
                sum[i] += StrictMath.log1p(2 * sinh * sinh);
            } else {
                sum[i] += size + (StrictMath.log1p(StrictMath.exp(-2 * size)) - LOG_2);
            }
        }
    }

    @Override
    protected double derivative(double residual) {
        return StrictMath.tanh(residual);
    }
}
