package io.sweepnet.spark.config;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.TargetScalingKind;

/**
 * The data of a run and how it is prepared ({@code data}).
 *
 * @param files the files; a relative path is seen from the working folder
 * @param roles which columns serve as what; readers that need a target report its absence, since they know the columns
 * @param scaling how features are mapped, fitted on the rows learned from
 * @param targetScaling how a numeric target is mapped
 * @param test share of the rows kept for the test, at least 0; test and validation together below 1
 * @param validation share of the rows kept for the validation, at least 0
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

    /** How the table is split and scaled. */
    public Preparation preparation() {
        return new Preparation(scaling, targetScaling, test, validation);
    }
}
