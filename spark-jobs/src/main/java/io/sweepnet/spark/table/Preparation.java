package io.sweepnet.spark.table;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.message.SettingKeys;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a table is split and scaled. The methods run the caller's operation and turn its failure into a message that
 * names the setting; it is the same wherever the rows are held.
 *
 * <pre>{@code
 * Preparation preparation = new Preparation(FeatureScaling.Kind.STANDARD, TargetScalingKind.STANDARD, 0.2, 0.1);
 * Split split = preparation.split(() -> Split.of(dataset, preparation.test(), preparation.validation(), seed));
 * }</pre>
 *
 * @param scaling the scaling of the features, fitted on the training rows
 * @param targetScaling the scaling of a numeric target, fitted on the training rows
 * @param test share of the rows for the test, at least 0; test and validation together below 1
 * @param validation share of the rows for the validation, at least 0
 */
public record Preparation(
        FeatureScaling.Kind scaling, TargetScalingKind targetScaling, double test, double validation) {

    /** @throws IllegalArgumentException if the shares are negative or leave no training rows */
    public Preparation {
        if (!(test >= 0 && validation >= 0 && test + validation < 1)) {
            throw new IllegalArgumentException("shares of " + test + " and " + validation
                    + " for test and validation must be at least 0 and together below 1");
        }
    }

    /**
     * Splits a table by the caller's operation.
     *
     * @throws InputException naming the shares, if the operation throws an {@link IllegalArgumentException}
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
     * Fits the scaling of the features by the caller's operation.
     *
     * @throws InputException naming the kind of scaling, if the operation throws an {@link IllegalArgumentException}
     */
    public FeatureScaling features(Function<FeatureScaling.Kind, FeatureScaling> fit) {
        try {
            return fit.apply(scaling);
        } catch (IllegalArgumentException e) {
            throw new InputException(SettingKeys.SCALING + " = " + scaling.label() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the scaling of the target.
     *
     * @param name the target's name, for the message
     * @param isClass whether the target holds classes
     * @param standard fits the standard scaling; called only where it is configured
     * @throws InputException if scaling is configured for a target that holds classes
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
