package io.sweepnet.gradient;

import java.io.Serializable;

/**
 * Lowers the learning rate when the loss stops decreasing: when for more than {@code patience} epochs in a row the loss was
 * not below the best so far by more than the relative threshold, the rate is multiplied by {@code factor}. After a reduction
 * the epochs are counted again from 0, following {@code cooldown} epochs that are not counted.
 *
 * <p>The rule is that of PyTorch's ReduceLROnPlateau with {@code threshold_mode="rel"}.
 *
 * <pre>{@code
 * ReduceOnPlateau plateau = new ReduceOnPlateau(ReduceOnPlateau.Settings.DEFAULT, 0.1);
 * plateau.epochEnded(lossOfEpoch);
 * double next = plateau.learningRate();
 * }</pre>
 */
public final class ReduceOnPlateau {

    /**
     * When and how far the learning rate is lowered.
     *
     * @param factor the factor of the rate, in (0, 1)
     * @param patience number of epochs in a row without a better loss that leave the rate as it is, at least 0
     * @param cooldown number of epochs after a reduction that are not counted, at least 0
     * @param threshold a loss is better if it is below best * (1 - threshold); in [0, 1)
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

        /** Returns these settings with another factor and patience. */
        public Settings with(double factor, int patience) {
            return new Settings(factor, patience, cooldown, threshold);
        }
    }

    /** The rate is not lowered by this or less, as by the default {@code eps} of ReduceLROnPlateau. */
    private static final double SMALLEST_REDUCTION = 1e-8;

    private final Settings settings;
    private double learningRate;
    private double best = Double.POSITIVE_INFINITY;
    private int badEpochs;
    private int cooldownLeft;

    /** Creates the rule with an initial learning rate. */
    public ReduceOnPlateau(Settings settings, double learningRate) {
        this.settings = settings;
        this.learningRate = learningRate;
    }

    /** Returns the learning rate for the next epoch. */
    public double learningRate() {
        return learningRate;
    }

    /** Updates the learning rate with the loss of an epoch. */
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
            if (learningRate - lowered > SMALLEST_REDUCTION) {
                learningRate = lowered;
            }
            badEpochs = 0;
            cooldownLeft = settings.cooldown();
        }
    }
}
