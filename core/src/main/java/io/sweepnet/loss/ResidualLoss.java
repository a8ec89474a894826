package io.sweepnet.loss;

import java.util.Arrays;
import java.util.Optional;

/**
 * A loss of numbers: a function of the residual r = output - target, averaged over outputs and rows. To write one, extend
 * this class and give the function and its derivative; where the function is made of a few pieces that are quadratic, linear
 * or constant, {@link #residualPieces} lets the kernel {@code piecewise} and {@code candidates = exact} serve it. For example
 * squared error in which outputs below the target cost three times as much (an expectile):
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

    /** A loss in the units of the function. */
    protected ResidualLoss() {
        this(1);
    }

    /**
     * A loss that is a multiple of the mean of the function.
     *
     * @param factor multiplies the mean, above 0; other than 1 to undo a scaling of the targets, see {@link #forTargetScale}
     */
    protected ResidualLoss(double factor) {
        this.factor = factor;
    }

    /**
     * Adds the function of some residuals, {@code outputs[i] - targets[from + i]} for i from 0 to {@code count - 1}, before the
     * factor. This is a loop of its own in each loss, which the compiler turns into vector instructions; it does not do so for
     * a loop that calls a method for each row. NaN where an output is NaN.
     *
     * @param sum what is added to, [0 .. count-1]
     */
    protected abstract void add(double[] outputs, double[] targets, int from, int count, double[] sum);

    /** The function's derivative at a residual, before the factor; at a kink any value between the slopes on its two sides. */
    protected abstract double derivative(double residual);

    /** The factor that this was made with. */
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
     * <p>This implementation multiplies each residual by the scale again, for any function. A loss that can do without, since
     * its function of a scaled residual is a multiple of one of its own kind, overrides it: the absolute error of a residual
     * times s is s times its absolute error.
     */
    @Override
    public Loss forTargetScale(double scale) {
        return new RescaledLoss(this, scale);
    }

    /** The loss of residuals that were divided by a scale. */
    private static final class RescaledLoss extends ResidualLoss {

        private static final long serialVersionUID = 1;

        private final ResidualLoss loss;
        private final double scale;

        RescaledLoss(ResidualLoss loss, double scale) {
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
            return new RescaledLoss(loss, scale * another);
        }
    }
}
