package io.sweepnet.loss;

/** Share of the rows whose largest output is not that of their class; of equal outputs the lowest class counts. */
public final class ZeroOneLoss extends ClassLoss {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "zero-one";
    }

    @Override
    public boolean isCount() {
        return true;
    }

    @Override
    public boolean isDifferentiable() {
        return false;
    }

    @Override
    public void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        for (int i = 0; i < count; i++) {
            int best = 0;
            boolean undefined = false;
            for (int k = 0; k < outputs.length; k++) {
                undefined |= Double.isNaN(outputs[k][i]);
                if (outputs[k][i] > outputs[best][i]) {
                    best = k;
                }
            }
            statistics[0][i] = undefined ? Double.NaN : best == (int) targets[0][from + i] ? 0 : 1;
        }
    }
}
