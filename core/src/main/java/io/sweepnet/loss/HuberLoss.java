package io.sweepnet.loss;

import java.util.Optional;

/**
 * Huber's loss: r^2 / 2 for a residual r = output - target of size up to delta, else delta (|r| - delta / 2), averaged over
 * rows and outputs (Huber, "Robust Estimation of a Location Parameter", Annals of Mathematical Statistics 35, 1964). The
 * derivative is r, limited to -delta .. delta; it is continuous.
 *
 * <pre>{@code
 * Loss loss = new HuberLoss(1.5); // also Losses.of("huber(1.5)")
 * double value = new DirectLoss(parameters.architecture(), table, loss).of(parameters.toArray());
 * }</pre>
 */
public final class HuberLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** The delta of the loss named {@code huber} without a value. */
    public static final double DEFAULT_DELTA = 1;

    static final LossDefinition DEFINITION =
            LossDefinition.of("huber", LossParameter.above("delta", DEFAULT_DELTA, 0), HuberLoss::new);

    /** The size of delta from which on its square may overflow. */
    private static final double HUGE = 1e150;

    private final double delta;
    private final double namedDelta;

    /**
     * Creates the loss, for targets in their own units.
     *
     * @param delta the size of residual up to which the loss is quadratic and beyond which it is linear, in units of the
     *     target; above 0, finite
     * @throws IllegalArgumentException if {@code delta} is out of range
     */
    public HuberLoss(double delta) {
        this(1, delta, delta);
    }

    private HuberLoss(double factor, double delta, double namedDelta) {
        super(factor);
        DEFINITION.check(delta);
        this.delta = delta;
        this.namedDelta = namedDelta;
    }

    /** Returns the size of residual up to which the loss is quadratic, in units of the outputs. */
    public double delta() {
        return delta;
    }

    @Override
    public String name() {
        return DEFINITION.text(namedDelta);
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            double residual = outputs[i] - targets[from + i];
            double size = Math.abs(residual);
            sum[i] += size <= delta ? 0.5 * residual * residual : delta * (size - 0.5 * delta);
        }
    }

    @Override
    protected double derivative(double residual) {
        return Math.max(-delta, Math.min(delta, residual));
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        if (delta >= HUGE) {
            return Optional.empty();
        }
        double constant = -delta * delta / 2;
        return Optional.of(ResidualPieces.of(
                new double[] {-delta, delta},
                new double[] {constant, 0, constant},
                new double[] {-delta, 0, delta},
                new double[] {0, 0.5, 0}));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new HuberLoss(factor() * scale * scale, delta / scale, namedDelta);
    }
}
