package io.sweepnet.loss;

/**
 * The 0-1 error: 0 for a row whose predicted class is its own, else 1, averaged over rows. The predicted class is that of
 * the largest output; of equal outputs the lowest class. The loss is flat, so its derivative is of no use (Bishop, "Pattern
 * Recognition and Machine Learning", 2006, section 1.5.1).
 */
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
