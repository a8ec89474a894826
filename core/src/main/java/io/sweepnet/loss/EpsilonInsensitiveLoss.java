package io.sweepnet.loss;

import java.util.Optional;

/**
 * The epsilon-insensitive loss, an absolute error that ignores residuals r = output - target of size up to e: max(0, |r| -
 * e), averaged over rows and outputs (Vapnik, "The Nature of Statistical Learning Theory", 1995, section 6.1). The
 * derivative is 0 for |r| below e and the sign of r for |r| above e; at the kinks -e and e it is taken to be 0.
 *
 * <pre>{@code
 * Loss loss = new EpsilonInsensitiveLoss(0.2); // also Losses.of("epsilon-insensitive(0.2)")
 * double value = new DirectLoss(parameters.architecture(), table, loss).of(parameters.toArray());
 * }</pre>
 */
public final class EpsilonInsensitiveLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    static final LossDefinition DEFINITION =
            LossDefinition.of("epsilon-insensitive", LossParameter.atLeast("e", 0.1, 0), EpsilonInsensitiveLoss::new);

    private final double e;
    private final double namedE;

    /**
     * Creates the loss, for targets in their own units.
     *
     * @param e the size of the largest residual that costs nothing, in units of the target; at least 0, finite
     * @throws IllegalArgumentException if {@code e} is out of range
     */
    public EpsilonInsensitiveLoss(double e) {
        this(1, e, e);
    }

    private EpsilonInsensitiveLoss(double factor, double e, double namedE) {
        super(factor);
        DEFINITION.check(e);
        this.e = e;
        this.namedE = namedE;
    }

    @Override
    public String name() {
        return DEFINITION.text(namedE);
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += Math.max(0, Math.abs(outputs[i] - targets[from + i]) - e);
        }
    }

    @Override
    protected double derivative(double residual) {
        return Math.abs(residual) <= e ? 0 : Math.signum(residual);
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        return Optional.of(ResidualPieces.of(
                new double[] {-e, e}, new double[] {-e, 0, -e}, new double[] {-1, 0, 1}, new double[] {0, 0, 0}));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new EpsilonInsensitiveLoss(factor() * scale, e / scale, namedE);
    }
}
