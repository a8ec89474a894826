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
            boolean undefined = false;
            for (double[] output : outputs) {
                undefined |= Double.isNaN(output[i]);
            }
            int predicted = ClassScores.argmax(outputs, i);
            statistics[0][i] = undefined ? Double.NaN : predicted == (int) targets[0][from + i] ? 0 : 1;
        }
    }
}
