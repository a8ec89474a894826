package io.sweepnet.loss;

import java.util.Arrays;
import java.util.Optional;

/**
 * A loss for regression: a function of the residual r = output - target, averaged over outputs and rows. A new loss of this
 * kind extends this class with the function and its derivative. If the function consists of a few pieces that are quadratic,
 * linear or constant, and returns them from {@link #residualPieces}, the kernel {@code piecewise} and {@code candidates =
 * exact} serve it. For example a squared error in which outputs below the target cost three times as much (an expectile):
 *
 * <pre>{@code
 * import io.sweepnet.loss.ResidualLoss;
 * import io.sweepnet.loss.ResidualPieces;
 * import java.util.Optional;
 *
 * public final class ThreefoldBelowLoss extends ResidualLoss {
 *
 *     private static final long serialVersionUID = 1;
 *
 *     public String name() {
 *         return "threefold-below";
 *     }
 *
 *     protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
 *         for (int i = 0; i < count; i++) {
 *             double residual = outputs[i] - targets[from + i];
 *             sum[i] += (residual < 0 ? 3 : 1) * residual * residual;
 *         }
 *     }
 *
 *     protected double derivative(double residual) {
 *         return (residual < 0 ? 6 : 2) * residual;
 *     }
 *
 *     public Optional<ResidualPieces> residualPieces() {
 *         return Optional.of(ResidualPieces.of(
 *                 new double[] {0}, new double[] {0, 0}, new double[] {0, 0}, new double[] {3, 1}));
 *     }
 * }
 * }</pre>
 *
 * <p>Subclasses are immutable.
 */
public abstract class ResidualLoss implements Loss {

    private static final long serialVersionUID = 1;

    private final double factor;

    /** Creates a loss that is the mean of the function. */
    protected ResidualLoss() {
        this(1);
    }

    /**
     * Creates a loss that is a multiple of the mean of the function.
     *
     * @param factor the factor of the mean, above 0; 1 except to undo a scaling of the targets, see {@link #forTargetScale}
     */
    protected ResidualLoss(double factor) {
        this.factor = factor;
    }

    /**
     * Adds the function of the residuals {@code outputs[i] - targets[from + i]} for i from 0 to {@code count - 1}, without
     * the factor; it is NaN where an output is NaN. Each loss has its own loop, which C2 vectorises; it does not vectorise a
     * loop that calls a method for each row.
     *
     * @param sum the sums to add to, [0 .. count-1]
     */
    protected abstract void add(double[] outputs, double[] targets, int from, int count, double[] sum);

    /** Returns the function's derivative at a residual, without the factor; at a kink any value between the two slopes. */
    protected abstract double derivative(double residual);

    /** Returns the factor of the mean. */
    protected final double factor() {
        return factor;
    }

    @Override
    public final int statisticSize() {
        return 1;
    }

    @Override
    public final boolean isForClasses() {
        return false;
    }

    @Override
    public final int targetColumns(int outputs) {
        return outputs;
    }

    @Override
    public boolean isDifferentiable() {
        return true;
    }

    @Override
    public final void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        double[] sum = statistics[0];
        Arrays.fill(sum, 0, count, 0);
        for (int output = 0; output < outputs.length; output++) {
            add(outputs[output], targets[output], from, count, sum);
        }
        if (outputs.length > 1) {
            double divisor = outputs.length;
            for (int i = 0; i < count; i++) {
                sum[i] /= divisor;
            }
        }
    }

    @Override
    public final double finish(double[] sums, double totalWeight) {
        return factor * (sums[0] / totalWeight);
    }

    @Override
    public final void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        double scale = factor / outputs.length;
        for (int output = 0; output < outputs.length; output++) {
            for (int i = 0; i < count; i++) {
                gradients[output][i] = scale * derivative(outputs[output][i] - targets[output][from + i]);
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>This implementation works for any function: it multiplies each residual by the scale again. A loss whose function
     * of a scaled residual is a multiple of a function of the same kind overrides it, to save that work: the absolute error
     * of s times a residual is s times its absolute error.
     */
    @Override
    public Loss forTargetScale(double scale) {
        return new RescaledResidualLoss(this, scale);
    }

    /** The loss for residuals that were divided by a scale. */
    private static final class RescaledResidualLoss extends ResidualLoss {

        private static final long serialVersionUID = 1;

        private final ResidualLoss loss;
        private final double scale;

        RescaledResidualLoss(ResidualLoss loss, double scale) {
            super(loss.factor);
            this.loss = loss;
            this.scale = scale;
        }

        @Override
        public String name() {
            return loss.name();
        }

        @Override
        public boolean isDifferentiable() {
            return loss.isDifferentiable();
        }

        @Override
        public boolean isFlat() {
            return loss.isFlat();
        }

        @Override
        public boolean hasWholeStatistics() {
            return loss.hasWholeStatistics();
        }

        @Override
        protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
            double[] residuals = new double[count];
            for (int i = 0; i < count; i++) {
                residuals[i] = scale * (outputs[i] - targets[from + i]);
            }
            loss.add(residuals, new double[count], 0, count, sum);
        }

        @Override
        protected double derivative(double residual) {
            return scale * loss.derivative(scale * residual);
        }

        @Override
        public Optional<ResidualPieces> residualPieces() {
            return loss.residualPieces().map(pieces -> pieces.scaled(scale));
        }

        @Override
        public Loss forTargetScale(double another) {
            return new RescaledResidualLoss(loss, scale * another);
        }
    }
}
