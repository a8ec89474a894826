package io.sweepnet.loss;

/**
 * Huber's loss: r^2 / 2 where |r| is at most delta, else delta (|r| - delta / 2), averaged over rows and outputs (Huber,
 * "Robust Estimation of a Location Parameter", Annals of Mathematical Statistics 35, 1964).
 */
public final class HuberLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    /** The delta of a loss named {@code huber} alone. */
    public static final double DEFAULT_DELTA = 1;

    private final double delta;
    private final double namedDelta;

    /** @param delta residual where the square turns into a straight line, in units of the target; above 0, finite */
    public HuberLoss(double delta) {
        this(1, delta, delta);
    }

    private HuberLoss(double factor, double delta, double namedDelta) {
        super(factor);
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw new IllegalArgumentException("Huber's delta must be above 0 and finite, got " + delta);
        }
        this.delta = delta;
        this.namedDelta = namedDelta;
    }

    /** The residual where the square turns into a straight line, in the units of the outputs. */
    public double delta() {
        return delta;
    }

    @Override
    public String name() {
        return namedDelta == DEFAULT_DELTA ? "huber" : "huber(" + namedDelta + ")";
    }

    @Override
    void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            double residual = outputs[i] - targets[from + i];
            double size = Math.abs(residual);
            sum[i] += size <= delta ? 0.5 * residual * residual : delta * (size - 0.5 * delta);
        }
    }

    @Override
    double derivative(double residual) {
        return Math.max(-delta, Math.min(delta, residual));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new HuberLoss(factor() * scale * scale, delta / scale, namedDelta);
    }
}
