package io.sweepnet.spark.config;

import io.sweepnet.gradient.ReduceOnPlateau;
import java.util.OptionalInt;

/**
 * The settings of Adam (section {@code gradient}).
 *
 * @param epochs number of passes over the rows, at least 0
 * @param learningRate initial learning rate; finite, above 0
 * @param batch number of rows per step, at least 1; empty for all rows
 * @param plateau when and by which factor the learning rate is lowered
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
