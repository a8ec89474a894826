package io.sweepnet.loss;

import java.util.Optional;

/**
 * A loss for classification that depends on a row's outputs through the predicted class only, which is the class of the
 * largest output ({@link ClassScores#argmax}). Each pair of a row's class and a predicted class has a cost, and the loss is
 * the weighted mean of the costs over rows; a row with an output that is NaN costs NaN. The loss is flat almost everywhere,
 * so it has no useful gradient; the search needs none. For example a test for an illness, class 1, where a missed illness
 * costs five times as much as a false alarm:
 *
 * <pre>{@code
 * import io.sweepnet.loss.DecisionLoss;
 *
 * public final class ScreeningLoss extends DecisionLoss {
 *
 *     private static final long serialVersionUID = 1;
 *
 *     public String name() {
 *         return "screening";
 *     }
 *
 *     public double cost(int target, int predicted) {
 *         return predicted == target ? 0 : target == 1 ? 5 : 1;
 *     }
 *
 *     public boolean hasWholeStatistics() {
 *         return true;
 *     }
 * }
 * }</pre>
 *
 * <p>Subclasses are immutable.
 */
public abstract class DecisionLoss extends ClassLoss {

    private static final long serialVersionUID = 1;

    /** Creates a loss; called by subclasses. */
    protected DecisionLoss() {}

    /**
     * Returns the cost of a predicted class for a row of a given class.
     *
     * @param target index of the row's class
     * @param predicted index of the predicted class; may equal {@code target}
     * @return a finite number, at least 0; if all costs are whole numbers, {@link #hasWholeStatistics} may return true
     */
    public abstract double cost(int target, int predicted);

    @Override
    public final Optional<DecisionLoss> decisions() {
        return Optional.of(this);
    }

    @Override
    public final boolean isFlat() {
        return true;
    }

    @Override
    public final boolean isDifferentiable() {
        return false;
    }

    @Override
    public final int statisticSize() {
        return 1;
    }

    @Override
    public final double finish(double[] sums, double totalWeight) {
        return sums[0] / totalWeight;
    }

    @Override
    public final void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        for (int i = 0; i < count; i++) {
            boolean undefined = false;
            for (double[] output : outputs) {
                undefined |= Double.isNaN(output[i]);
            }
            int predicted = ClassScores.argmax(outputs, i);
            statistics[0][i] = undefined ? Double.NaN : cost((int) targets[0][from + i], predicted);
        }
    }
}
