package io.sweepnet.spark.data;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.TargetScalingKind;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a configuration wants a table split and scaled, with one message for what cannot be, wherever the rows are held.
 *
 * @param config the data's settings
 */
public record Preparation(DataConfig config) {

    /**
     * Splits a table.
     *
     * @throws InputException naming the shares, where the split says that they cannot be had
     */
    public <T> T split(Supplier<T> split) {
        try {
            return split.get();
        } catch (IllegalArgumentException e) {
            throw new InputException("data.test = " + config.test() + ", data.validation = " + config.validation()
                    + ": " + e.getMessage());
        }
    }

    /**
     * Fits the scaling of the features.
     *
     * @throws InputException naming the kind of scaling, where the fit says that it cannot be
     */
    public FeatureScaling features(Function<FeatureScaling.Kind, FeatureScaling> fit) {
        try {
            return fit.apply(config.scaling());
        } catch (IllegalArgumentException e) {
            throw new InputException("data.scaling = " + config.scaling().label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Fits the scaling of the target.
     *
     * @param isClass whether the target holds classes
     * @throws InputException where classes are to be scaled
     */
    public TargetScaling target(String name, boolean isClass, Supplier<TargetScaling> standard) {
        if (config.targetScaling() == TargetScalingKind.NONE) {
            return TargetScaling.NONE;
        }
        if (isClass) {
            throw new InputException(
                    "data.target-scaling = standard: target '" + name + "' holds classes, which have no scale");
        }
        return standard.get();
    }
}
