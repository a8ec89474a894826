package io.sweepnet.spark.table;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.input.InputException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a table is to be split and scaled, with one message for what cannot be, wherever the rows are held.
 *
 * @param scaling how features are mapped, fitted on the training rows
 * @param targetScaling how a numeric target is mapped, fitted on the training rows
 * @param test share of the rows kept for the test, at least 0; test and validation together below 1
 * @param validation share of the rows kept for the validation, at least 0
 */
public record Preparation(
        FeatureScaling.Kind scaling, TargetScalingKind targetScaling, double test, double validation) {

    /** @throws IllegalArgumentException if the shares are negative or leave no rows to learn from */
    public Preparation {
        if (!(test >= 0 && validation >= 0 && test + validation < 1)) {
            throw new IllegalArgumentException("shares of " + test + " and " + validation
                    + " for test and validation must be at least 0 and together below 1");
        }
    }

    /**
     * Splits a table.
     *
     * @throws InputException naming the shares, where the split says that they cannot be had
     */
    public <T> T split(Supplier<T> split) {
        try {
            return split.get();
        } catch (IllegalArgumentException e) {
            throw new InputException(SettingKeys.TEST + " = " + test + ", " + SettingKeys.VALIDATION + " = "
                    + validation + ": " + e.getMessage());
        }
    }

    /**
     * Fits the scaling of the features.
     *
     * @throws InputException naming the kind of scaling, where the fit says that it cannot be
     */
    public FeatureScaling features(Function<FeatureScaling.Kind, FeatureScaling> fit) {
        try {
            return fit.apply(scaling);
        } catch (IllegalArgumentException e) {
            throw new InputException(SettingKeys.SCALING + " = " + scaling.label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Fits the scaling of the target.
     *
     * @param isClass whether the target holds classes
     * @throws InputException where classes are to be scaled
     */
    public TargetScaling target(String name, boolean isClass, Supplier<TargetScaling> standard) {
        if (targetScaling == TargetScalingKind.NONE) {
            return TargetScaling.NONE;
        }
        if (isClass) {
            throw new InputException(SettingKeys.TARGET_SCALING + " = standard: target '" + name
                    + "' holds classes, which have no scale");
        }
        return standard.get();
    }
}
