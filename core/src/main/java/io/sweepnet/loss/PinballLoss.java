package io.sweepnet.loss;

import java.util.Optional;

/**
 * The pinball loss, whose best constant is the q-quantile of the targets: -q r for a residual r = output - target below 0,
 * else (1 - q) r, averaged over rows and outputs (Koenker and Bassett, "Regression Quantiles", Econometrica 46, 1978). With
 * q near 1 outputs below their targets cost most, so that after training most targets are below their outputs. The
 * derivative is -q for r below 0 and 1 - q for r above 0; at the kink 0 it is taken to be 0.
 *
 * <pre>{@code
 * ModelSettings settings = ModelSettings.builder().inputSize(3).outputSize(1).loss(new PinballLoss(0.9)).build();
 * new SearchModel(settings).search(table, 20); // about 90 % of the targets are below their outputs
 * }</pre>
 */
public final class PinballLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    static final LossDefinition DEFINITION =
            LossDefinition.of("pinball", LossParameter.between("q", 0.5, 0, 1), PinballLoss::new);

    private final double q;

    /**
     * Creates the loss, for targets in their own units.
     *
     * @param q the share of the targets that should be below their outputs after training; above 0 and below 1
     * @throws IllegalArgumentException if {@code q} is out of range
     */
    public PinballLoss(double q) {
        this(1, q);
    }

    private PinballLoss(double factor, double q) {
        super(factor);
        DEFINITION.check(q);
        this.q = q;
    }

    @Override
    public String name() {
        return DEFINITION.text(q);
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        double below = -q;
        double above = 1 - q;
        for (int i = 0; i < count; i++) {
            double residual = outputs[i] - targets[from + i];
            sum[i] += Math.max(below * residual, above * residual);
        }
    }

    @Override
    protected double derivative(double residual) {
        if (residual < 0) {
            return -q;
        }
        return residual > 0 ? 1 - q : residual;
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        return Optional.of(ResidualPieces.of(
                new double[] {0}, new double[] {0, 0}, new double[] {-q, 1 - q}, new double[] {0, 0}));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new PinballLoss(factor() * scale, q);
    }
}
