package io.sweepnet.spark.config;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.TargetScalingKind;

/**
 * The data of a run and its preparation (section {@code data}).
 *
 * @param files the files; a relative path is relative to the working folder
 * @param roles the roles of the columns; a missing target is reported by the readers that need one, since they have the
 *     columns
 * @param scaling the scaling of the features, fitted on the training rows
 * @param targetScaling the scaling of a numeric target
 * @param test share of the test rows, at least 0; the sum of test and validation is below 1
 * @param validation share of the validation rows, at least 0
 */
public record DataConfig(
        TableFiles files,
        ColumnRoles roles,
        FeatureScaling.Kind scaling,
        TargetScalingKind targetScaling,
        double test,
        double validation) {

    public DataConfig {
        InvalidSetting.check(test >= 0 && test < 1, Allowed.SHARE, "data.test", test);
        InvalidSetting.check(validation >= 0 && validation < 1, Allowed.SHARE, "data.validation", validation);
        InvalidSetting.check(test + validation < 1, Allowed.SHARES, "data.test", test, "data.validation", validation);
    }

    /** Returns how the table is split and scaled. */
    public Preparation preparation() {
        return new Preparation(scaling, targetScaling, test, validation);
    }
}
