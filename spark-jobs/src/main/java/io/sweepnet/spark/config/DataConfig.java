package io.sweepnet.spark.config;

import io.sweepnet.data.FeatureScaling;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The data of a run and how it is prepared ({@code data}).
 *
 * @param path a path, a URI, or {@code classpath:NAME} for a resource of the jar; relative to the working folder
 * @param target the column to learn; readers that need it report its absence, since they know the columns
 * @param id the column that names rows in the predictions
 * @param weight the column of row weights
 * @param format what the file is
 * @param features the columns to learn from, each once, without the target; empty for all others
 * @param task whether classes or numbers are learned
 * @param scaling how features are mapped, fitted on the rows learned from
 * @param targetScaling how a numeric target is mapped
 * @param missing what becomes of rows that lack a value
 * @param test share of the rows kept for the test, at least 0; test and validation together below 1
 * @param validation share of the rows kept for the validation, at least 0
 * @param csv how a CSV file is written
 */
public record DataConfig(
        String path,
        Optional<String> target,
        Optional<String> id,
        Optional<String> weight,
        DataFormat format,
        List<String> features,
        Task task,
        FeatureScaling.Kind scaling,
        TargetScalingKind targetScaling,
        MissingRows missing,
        double test,
        double validation,
        CsvConfig csv) {

    public DataConfig {
        features = List.copyOf(features);
        InvalidSetting.check(!path.isEmpty(), Allowed.PATH, "data.path", path);
        checkColumn("data.target", target);
        checkColumn("data.id", id);
        checkColumn("data.weight", weight);
        InvalidSetting.check(
                new HashSet<>(features).size() == features.size() && !features.contains(""),
                Allowed.FEATURES,
                "data.features",
                features);
        if (target.isPresent()) {
            InvalidSetting.check(
                    !features.contains(target.get()),
                    Allowed.NOT_TARGET,
                    "data.features",
                    features,
                    "data.target",
                    target.get());
            InvalidSetting.check(
                    !weight.equals(target),
                    Allowed.NOT_TARGET,
                    "data.weight",
                    weight.orElse(""),
                    "data.target",
                    target.get());
        }
        InvalidSetting.check(test >= 0 && test < 1, Allowed.SHARE, "data.test", test);
        InvalidSetting.check(validation >= 0 && validation < 1, Allowed.SHARE, "data.validation", validation);
        InvalidSetting.check(test + validation < 1, Allowed.SHARES, "data.test", test, "data.validation", validation);
    }

    private static void checkColumn(String key, Optional<String> name) {
        InvalidSetting.check(name.isEmpty() || !name.get().isEmpty(), Allowed.COLUMN, key, name.orElse(""));
    }
}
