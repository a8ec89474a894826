package io.sweepnet.loss;

/**
 * A loss for classification: one output per class, and one target column with the index of each row's class. A new loss of
 * this kind extends this class, or {@link DecisionLoss} if it depends on the predicted class only. For example the hinge
 * loss of Crammer and Singer ("On the Algorithmic Implementation of Multiclass Kernel-based Vector Machines", Journal of
 * Machine Learning Research 2, 2001): the amount by which the output of a row's class fails to exceed all others by 1.
 *
 * <pre>{@code
 * import io.sweepnet.loss.ClassLoss;
 *
 * public final class MarginLoss extends ClassLoss {
 *
 *     private static final long serialVersionUID = 1;
 *
 *     public String name() {
 *         return "margin";
 *     }
 *
 *     public boolean isDifferentiable() {
 *         return false;
 *     }
 *
 *     public void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
 *         for (int i = 0; i < count; i++) {
 *             int target = (int) targets[0][from + i];
 *             double loss = 0;
 *             for (int k = 0; k < outputs.length; k++) {
 *                 double margin = outputs[target][i] - outputs[k][i];
 *                 loss = Math.max(loss, k == target ? margin : 1 - margin);
 *             }
 *             statistics[0][i] = loss;
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>Subclasses are immutable.
 */
public abstract class ClassLoss implements Loss {

    private static final long serialVersionUID = 1;

    /** Creates a loss; called by subclasses. */
    protected ClassLoss() {}

    @Override
    public final boolean isForClasses() {
        return true;
    }

    @Override
    public final int targetColumns(int outputs) {
        if (outputs < 2) {
            throw new IllegalArgumentException(
                    "loss '" + name() + "' needs an output per class, at least 2; the network has " + outputs);
        }
        return 1;
    }
}
