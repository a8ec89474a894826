package io.sweepnet.loss;

import java.util.Optional;

/**
 * Absolute error that ignores residuals up to epsilon: max(0, |r| - epsilon), averaged over rows and outputs (Vapnik, "The
 * Nature of Statistical Learning Theory", 1995, section 6.1). The derivative where |r| is epsilon is taken to be 0.
 */
public final class EpsilonInsensitiveLoss extends ResidualLoss {

    private static final long serialVersionUID = 1;

    static final LossDefinition DEFINITION = LossDefinition.of(
            "epsilon-insensitive", LossParameter.atLeast("epsilon", 0.1, 0), EpsilonInsensitiveLoss::new);

    private final double epsilon;
    private final double namedEpsilon;

    /** @param epsilon the largest residual that costs nothing, in units of the target; at least 0, finite */
    public EpsilonInsensitiveLoss(double epsilon) {
        this(1, epsilon, epsilon);
    }

    private EpsilonInsensitiveLoss(double factor, double epsilon, double namedEpsilon) {
        super(factor);
        DEFINITION.check(epsilon);
        this.epsilon = epsilon;
        this.namedEpsilon = namedEpsilon;
    }

    @Override
    public String name() {
        return DEFINITION.text(namedEpsilon);
    }

    @Override
    protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += Math.max(0, Math.abs(outputs[i] - targets[from + i]) - epsilon);
        }
    }

    @Override
    protected double derivative(double residual) {
        return Math.abs(residual) <= epsilon ? 0 : Math.signum(residual);
    }

    @Override
    public Optional<ResidualPieces> residualPieces() {
        return Optional.of(ResidualPieces.of(
                new double[] {-epsilon, epsilon},
                new double[] {-epsilon, 0, -epsilon},
                new double[] {-1, 0, 1},
                new double[] {0, 0, 0}));
    }

    @Override
    public Loss forTargetScale(double scale) {
        return new EpsilonInsensitiveLoss(factor() * scale, epsilon / scale, namedEpsilon);
    }
}
