package io.sweepnet.loss;

/** Share of the rows whose largest output is not that of their class; of equal outputs the lowest class counts. */
public final class ZeroOneLoss extends DecisionLoss {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "zero-one";
    }

    @Override
    public double cost(int target, int predicted) {
        return predicted == target ? 0 : 1;
    }

    @Override
    public boolean hasWholeStatistics() {
        return true;
    }
}
