package io.sweepnet.gradient;

import java.io.Serializable;

/**
 * Lowers the learning rate when the loss stops falling: after each epoch, once the loss has not fallen below the best so
 * far by more than the relative threshold for more than {@code patience} epochs in a row, the rate is multiplied by
 * {@code factor}. After a drop the count starts anew, following {@code cooldown} epochs in which nothing is counted.
 *
 * <p>The "more than patience" rule with a relative threshold, as PyTorch's ReduceLROnPlateau has it.
 */
public final class ReduceOnPlateau {

    /**
     * When and how far the rate drops.
     *
     * @param factor in (0, 1)
     * @param patience epochs without a better loss that are borne, at least 0
     * @param cooldown epochs after a drop that are not counted, at least 0
     * @param threshold a loss counts as better below best * (1 - threshold); in [0, 1)
     */
    public record Settings(double factor, int patience, int cooldown, double threshold) implements Serializable {

        /** Factor 0.1, patience 5, no cooldown, threshold 1e-4. */
        public static final Settings DEFAULT = new Settings(0.1, 5, 0, 1e-4);

        public Settings {
            if (!(factor > 0 && factor < 1)) {
                throw new IllegalArgumentException("the plateau factor must lie between 0 and 1, got " + factor);
            }
            if (patience < 0 || cooldown < 0) {
                throw new IllegalArgumentException(
                        "plateau patience and cooldown must not be negative, got " + patience + " and " + cooldown);
            }
            if (!(threshold >= 0 && threshold < 1)) {
                throw new IllegalArgumentException("the plateau threshold must lie in [0, 1), got " + threshold);
            }
        }

        /** These settings with another factor and patience. */
        public Settings with(double factor, int patience) {
            return new Settings(factor, patience, cooldown, threshold);
        }
    }

    /** A drop smaller than this is not made: such a rate no longer moves anything. */
    private static final double SMALLEST_DROP = 1e-8;

    private final Settings settings;
    private double learningRate;
    private double best = Double.POSITIVE_INFINITY;
    private int badEpochs;
    private int cooldownLeft;

    /** Starts at a learning rate. */
    public ReduceOnPlateau(Settings settings, double learningRate) {
        this.settings = settings;
        this.learningRate = learningRate;
    }

    /** The rate for the next epoch. */
    public double learningRate() {
        return learningRate;
    }

    /** Takes the loss of an epoch. */
    public void epochEnded(double loss) {
        if (loss < best * (1 - settings.threshold())) {
            best = loss;
            badEpochs = 0;
        } else {
            badEpochs++;
        }
        if (cooldownLeft > 0) {
            cooldownLeft--;
            badEpochs = 0;
        }
        if (badEpochs > settings.patience()) {
            double lowered = learningRate * settings.factor();
            if (learningRate - lowered > SMALLEST_DROP) {
                learningRate = lowered;
            }
            badEpochs = 0;
            cooldownLeft = settings.cooldown();
        }
    }
}
