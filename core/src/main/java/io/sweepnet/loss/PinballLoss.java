package io.sweepnet.loss;

import java.util.Optional;

/**
 * The pinball loss, whose best constant is the q-quantile of the targets: an output below its target costs q per unit, one
 * above it 1 - q, so q r' where r' = target - output is above 0 and (q - 1) r' where it is below; averaged over rows and
 * outputs (Koenker and Bassett, "Regression Quantiles", Econometrica 46, 1978). Of a q near 1, outputs below the target cost
 * most, so that most targets end below their outputs. The derivative at 0 is taken to be 0.
 */
public final class PinballLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    static final LossDefinition DEFINITION =
            LossDefinition.of("pinball", LossParameter.between("q", 0.5, 0, 1), PinballLoss::new);

    private final double q;

    /** @param q the share of the targets that should end below their outputs, above 0 and below 1 */
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
