package io.sweepnet.spark.config;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.TargetScalingKind;
import io.sweepnet.spark.table.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Creates the data records of a run from its settings (section {@code data}). The records of the tables check their
 * values too, but have no keys; errors of the user are therefore detected here first and reported with their keys.
 */
final class DataConfigReader {

    private final Settings settings;

    private DataConfigReader(Settings settings) {
        this.settings = settings;
    }

    static DataConfig read(Settings settings) {
        return new DataConfigReader(settings).data();
    }

    private DataConfig data() {
        if (!settings.isSet("data.path")) {
            throw new InputException(
                    "data.path is not set: give a data file, by --data FILE or in a configuration file");
        }
        String path = settings.path("data.path", true);
        Optional<String> target = settings.optionalText("data.target", Allowed.COLUMN);
        Optional<String> id = settings.optionalText("data.id", Allowed.COLUMN);
        Optional<String> weight = settings.optionalText("data.weight", Allowed.COLUMN);
        DataFormat format = settings.choice("data.format", DataFormat.class);
        List<String> features = settings.texts("data.features", Allowed.FEATURES);
        Task task = settings.choice("data.task", Task.class);
        FeatureScaling.Kind scaling = settings.choice("data.scaling", FeatureScaling.Kind.class);
        TargetScalingKind targetScaling = settings.choice("data.target-scaling", TargetScalingKind.class);
        MissingPolicy missing = settings.choice("data.missing", MissingPolicy.class);
        double test = settings.number("data.test", Allowed.SHARE);
        double validation = settings.number("data.validation", Allowed.SHARE);
        CsvFormat csv = csv();
        checkColumn("data.target", target);
        checkColumn("data.id", id);
        checkColumn("data.weight", weight);
        checkFeatures(features);
        checkTarget(target, features, weight);
        return new DataConfig(
                new TableFiles(path, format, csv),
                new ColumnRoles(target, id, weight, features, task, missing),
                scaling,
                targetScaling,
                test,
                validation);
    }

    private static void checkColumn(String key, Optional<String> name) {
        InvalidSetting.check(name.isEmpty() || !name.get().isEmpty(), Allowed.COLUMN, key, name.orElse(""));
    }

    private static void checkFeatures(List<String> features) {
        InvalidSetting.check(
                new HashSet<>(features).size() == features.size() && !features.contains(""),
                Allowed.FEATURES,
                "data.features",
                features);
    }

    private static void checkTarget(Optional<String> target, List<String> features, Optional<String> weight) {
        if (target.isEmpty()) {
            return;
        }
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

    private CsvFormat csv() {
        Optional<Character> quote = settings.is("data.csv.quote", "none")
                ? Optional.empty()
                : Optional.of(mark("data.csv.quote", Allowed.QUOTE));
        char separator = mark("data.csv.separator", Allowed.SEPARATOR);
        char decimal = mark("data.csv.decimal", Allowed.DECIMAL);
        List<String> missing = settings.texts("data.csv.missing", Allowed.TEXTS);
        InvalidSetting.check(CsvFormat.isMark(separator), Allowed.SEPARATOR, "data.csv.separator", separator);
        InvalidSetting.check(
                quote.isEmpty() || CsvFormat.isMark(quote.get()), Allowed.QUOTE, "data.csv.quote", quote.orElse('\0'));
        InvalidSetting.check(CsvFormat.isDecimal(decimal), Allowed.DECIMAL, "data.csv.decimal", decimal);
        InvalidSetting.check(
                CsvFormat.differ(separator, quote, decimal),
                Allowed.CSV_MARKS,
                "data.csv.separator",
                separator,
                "data.csv.quote",
                quote.map(String::valueOf).orElse("none"),
                "data.csv.decimal",
                decimal);
        InvalidSetting.check(
                new HashSet<>(missing).size() == missing.size(), Allowed.TEXTS, "data.csv.missing", missing);
        return new CsvFormat(separator, quote, decimal, missing);
    }

    /**
     * Returns a setting of one character. A tab may be written as {@code tab} or {@code \t}, since it is hard to type
     * in a shell.
     */
    private char mark(String key, String allowed) {
        String text = settings.text(key, allowed);
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw settings.invalid(allowed, List.of(key));
        }
        return text.charAt(0);
    }
}
