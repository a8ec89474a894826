package io.sweepnet.loss;

import java.io.Serializable;
import java.util.Optional;

/**
 * The function that training minimises, in row-additive form: each row has a small vector, its <em>statistic</em>; the
 * statistics are summed over rows, each times its row's weight; {@link #finish} computes the loss from the sums. A mean
 * needs a statistic of one number, F-beta would need three (true positives, false positives, false negatives). The caller
 * ({@link DirectLoss}) applies the weights and determines the order of the sums, so these are the same for every loss.
 *
 * <p>{@link Losses#of} returns a loss by name. A new loss extends {@link ResidualLoss}, {@link ClassLoss} or {@link
 * DecisionLoss}, each of which has an example. The value of a loss:
 *
 * <pre>{@code
 * Loss loss = Losses.of("squared");
 * double value = new DirectLoss(parameters.architecture(), table, loss).of(parameters.toArray());
 * }</pre>
 *
 * <p>Implementations are immutable.
 */
public interface Loss extends Serializable {

    /**
     * Returns the name used in configurations, model files and tables. {@link Losses#of} returns the loss of this name, for
     * targets in their own units: a loss made by {@link #forTargetScale} keeps the name of the original.
     */
    String name();

    /** Returns the length of a row's statistic, at least 1. */
    default int statisticSize() {
        return 1;
    }

    /**
     * Returns whether targets are class indices, with one output per class; otherwise each output has a column of numbers.
     */
    boolean isForClasses();

    /**
     * Returns the number of target columns for a network with the given number of outputs.
     *
     * @throws IllegalArgumentException if the loss cannot be used with this number of outputs
     */
    int targetColumns(int outputs);

    /**
     * Computes the statistics of consecutive rows.
     *
     * @param outputs network outputs, [output][0 .. count-1]
     * @param targets [target][row]
     * @param from row of the first output
     * @param count number of rows
     * @param statistics receives [statistic][0 .. count-1]; NaN where an output is NaN
     */
    void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics);

    /**
     * Returns the loss, given the weighted sums of the statistics; by default the mean of the first statistic.
     *
     * @param sums [statistic]
     * @param totalWeight sum of the weights, above 0
     */
    default double finish(double[] sums, double totalWeight) {
        return sums[0] / totalWeight;
    }

    /**
     * Returns whether the loss of a row is flat almost everywhere as a function of its outputs and changes at jumps only, as
     * the 0-1 error does. Many candidates then tie.
     */
    default boolean isFlat() {
        return false;
    }

    /**
     * Returns whether the statistics of every row are whole numbers. If the weights are whole numbers too, sums are exact:
     * equal losses have equal bits, and two sums may be compared with {@code ==}. A flat loss need not have whole
     * statistics, for example if each error costs 0.1.
     */
    default boolean hasWholeStatistics() {
        return false;
    }

    /**
     * Returns the pieces of the loss if it is a mean over outputs of a function of the residual, output - target, that is
     * quadratic, linear or constant between a few residuals; otherwise empty. A loss with pieces has one statistic per row,
     * which is this mean except for rounding, and {@link #finish} returns a fixed multiple, above 0, of the weighted mean of
     * the statistics. The kernel {@code piecewise} serves every loss of this kind, and {@code candidates = exact} finds its
     * lowest value.
     */
    default Optional<ResidualPieces> residualPieces() {
        return Optional.empty();
    }

    /** Returns this loss as one that depends on the predicted class only, if it is of that kind; otherwise empty. */
    default Optional<DecisionLoss> decisions() {
        return Optional.empty();
    }

    /** Returns whether the loss has a useful gradient, so that {@link #gradient} may be called. */
    boolean isDifferentiable();

    /**
     * Computes the derivatives of each row's loss with respect to its outputs. For a loss that is the weighted mean over
     * rows, the derivative of the loss is the row's derivative times weight / total weight.
     *
     * @param gradients receives [output][0 .. count-1]; other arguments as in {@link #statistics}
     * @throws UnsupportedOperationException for a loss without a useful gradient
     */
    default void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        throw new UnsupportedOperationException("loss '" + name() + "' has no useful gradient");
    }

    /**
     * Returns this loss for targets and outputs that were both divided by a scale; its value stays in the original units. By
     * default a loss that multiplies them by the scale again, without pieces.
     *
     * @param scale above 0
     * @throws UnsupportedOperationException for a loss of classes
     */
    default Loss forTargetScale(double scale) {
        if (isForClasses()) {
            throw new UnsupportedOperationException("loss '" + name() + "' is for classes, which have no scale");
        }
        return new RescaledLoss(this, scale);
    }
}
