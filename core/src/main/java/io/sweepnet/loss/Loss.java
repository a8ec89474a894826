package io.sweepnet.loss;

import java.io.Serializable;
import java.util.Optional;

/**
 * What training minimises, in row-additive form: each row gives a small vector, its <em>statistic</em>; the statistics
 * are summed over rows, each times its row's weight; {@link #finish} makes the loss of the sums. A mean needs a statistic
 * of one number, F-beta would need three (true positives, false positives, false negatives). Weights and the order of
 * sums are the caller's business ({@link DirectLoss}), so every loss respects them.
 *
 * <p>Implementations are immutable.
 */
public interface Loss extends Serializable {

    /**
     * The name used in configurations, model files and tables. {@link Losses#of} gives the loss back, for targets as they
     * are: what {@link #forTargetScale} made keeps the name of what it was made of.
     */
    String name();

    /** Length of a row's statistic. */
    default int statisticSize() {
        return 1;
    }

    /** Whether targets are class indices, with an output per class; else a target column of numbers per output. */
    boolean isForClasses();

    /** How many target columns go with a network of so many outputs; throws where the loss cannot serve it. */
    int targetColumns(int outputs);

    /**
     * The statistics of some rows.
     *
     * @param outputs network outputs, [output][0 .. count-1]
     * @param targets [target][row]
     * @param from row of the first output
     * @param count number of rows
     * @param statistics receives [statistic][0 .. count-1]; NaN where an output is NaN
     */
    void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics);

    /** The loss of weighted sums of statistics. */
    default double finish(double[] sums, double totalWeight) {
        return sums[0] / totalWeight;
    }

    /**
     * Whether the loss of a row is flat almost everywhere in its outputs and changes by jumps alone, as 0-1 error does: many
     * candidates then tie.
     */
    default boolean isFlat() {
        return false;
    }

    /**
     * Whether the statistics of every row are whole numbers. With row weights that are whole numbers their sums are too, and
     * exact: equal losses are then equal bit by bit, and two sums may be compared with {@code ==}. A loss may be flat without
     * that, for example one whose errors cost 0.1 each.
     */
    default boolean hasWholeStatistics() {
        return false;
    }

    /**
     * The pieces of which the loss is made, where it is a mean over outputs of a function of the residual, output - target,
     * that is quadratic, linear or constant between a few residuals. A loss that gives them has one statistic per row, this
     * mean but for rounding, and {@link #finish} makes a fixed multiple, above 0, of their weighted mean. The kernel
     * {@code piecewise} serves every loss of this kind, and {@code candidates = exact} finds its lowest value.
     */
    default Optional<ResidualPieces> residualPieces() {
        return Optional.empty();
    }

    /** This loss as one that depends on the predicted class alone, where it is of that kind. */
    default Optional<DecisionLoss> decisions() {
        return Optional.empty();
    }

    /** Whether {@link #gradient} is of use. */
    boolean isDifferentiable();

    /**
     * The derivatives of each row's loss with respect to its outputs. Where a loss is the weighted mean of rows, its own
     * derivative is that times weight / total weight.
     *
     * @param gradients receives [output][0 .. count-1]; other arguments as in {@link #statistics}
     * @throws UnsupportedOperationException for a loss without a useful gradient
     */
    default void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        throw new UnsupportedOperationException("loss '" + name() + "' has no useful gradient");
    }

    /**
     * This loss for targets and outputs that were both divided by a scale: its value stays in the original units.
     *
     * @param scale above 0
     * @throws UnsupportedOperationException for a loss of classes
     */
    Loss forTargetScale(double scale);
}
