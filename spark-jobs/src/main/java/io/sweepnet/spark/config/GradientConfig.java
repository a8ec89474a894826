package io.sweepnet.spark.config;

import io.sweepnet.gradient.ReduceOnPlateau;
import java.util.OptionalInt;

/**
 * How Adam trains ({@code gradient}).
 *
 * @param epochs passes over the rows, at least 0
 * @param learningRate at the start; finite, above 0
 * @param batch rows of a step, at least 1; empty for all of them
 * @param plateau when and how far the learning rate falls
 */
public record GradientConfig(int epochs, double learningRate, OptionalInt batch, ReduceOnPlateau.Settings plateau) {

    public GradientConfig {
        InvalidSetting.check(epochs >= 0, Allowed.COUNT, "gradient.epochs", epochs);
        InvalidSetting.check(
                learningRate > 0 && Double.isFinite(learningRate),
                Allowed.POSITIVE,
                "gradient.learning-rate",
                learningRate);
        InvalidSetting.check(batch.orElse(1) >= 1, Allowed.BATCH, "gradient.batch", batch.orElse(1));
    }
}
