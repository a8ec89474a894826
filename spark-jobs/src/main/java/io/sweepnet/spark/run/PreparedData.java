package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.data.LoadedTable;
import io.sweepnet.spark.data.Preparation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table made ready to learn from: split, and scaled by what its training part says (or by what an initial model says,
 * whose parameters mean something in its own scaling alone).
 *
 * @param table what is known of the table as it was read
 * @param split its parts, features and targets scaled
 * @param scaling how the features were scaled
 * @param targetScaling how the target was scaled
 * @param loss what training minimises, in the target's own units
 * @param lossName its name
 * @param architecture the network that fits the table
 */
record PreparedData(
        TableSummary table,
        Split split,
        FeatureScaling scaling,
        TargetScaling targetScaling,
        Loss loss,
        String lossName,
        Architecture architecture) {

    static final String TRAINING = "train";
    static final String VALIDATION = "validation";
    static final String TEST = "test";

    static PreparedData of(LoadedTable table, RunConfig config, Optional<SavedModel> initial) {
        DataConfig data = config.data();
        Dataset raw = table.dataset();
        Loss loss = loss(config, raw);
        Preparation preparation = new Preparation(data);
        Split split = preparation.split(() -> Split.of(raw, data.test(), data.validation(), config.seed()));
        FeatureScaling scaling = initial.flatMap(SavedModel::inputs)
                .map(SavedModel.Inputs::scaling)
                .orElseGet(() -> preparation.features(kind -> FeatureScaling.fit(kind, split.training())));
        TargetScaling targetScaling = initial.flatMap(SavedModel::target)
                .map(SavedModel.Target::scaling)
                .orElseGet(() -> preparation.target(
                        raw.targetNames().get(0),
                        !raw.classes().isEmpty(),
                        () -> TargetScaling.standard(split.training())));
        Split scaled = new Split(
                scale(split.training(), scaling, targetScaling),
                split.validation().map(part -> scale(part, scaling, targetScaling)),
                split.test().map(part -> scale(part, scaling, targetScaling)));
        Loss inOwnUnits = targetScaling.isNone() ? loss : loss.forTargetScale(targetScaling.scale());
        return new PreparedData(
                TableSummary.of(table),
                scaled,
                scaling,
                targetScaling,
                inOwnUnits,
                loss.name(),
                architecture(config, raw));
    }

    boolean isClassification() {
        return !classes().isEmpty();
    }

    List<String> classes() {
        return table.classes();
    }

    /** The parts of the table by the names that results know them by; those without rows are left out. */
    Map<String, Dataset> parts() {
        Map<String, Dataset> parts = new LinkedHashMap<>();
        parts.put(TRAINING, split.training());
        split.validation().ifPresent(rows -> parts.put(VALIDATION, rows));
        split.test().ifPresent(rows -> parts.put(TEST, rows));
        return parts;
    }

    private static Loss loss(RunConfig config, Dataset raw) {
        boolean classes = !raw.classes().isEmpty();
        Loss loss = config.loss().orElseGet(() -> classes ? new CrossEntropyLoss() : new SquaredLoss());
        boolean forClasses = loss.isForClasses();
        if (classes != forClasses) {
            throw new InputException("loss = " + loss.name() + ": target '"
                    + raw.targetNames().get(0) + "' holds "
                    + (classes
                            ? "classes, which need cross-entropy or zero-one"
                            : "numbers, which need squared, absolute or huber (data.task = classification makes them"
                                    + " classes)"));
        }
        return loss;
    }

    private static Dataset scale(Dataset part, FeatureScaling scaling, TargetScaling targetScaling) {
        Dataset scaled = scaling.apply(part);
        return targetScaling.isNone() ? scaled : targetScaling.apply(scaled);
    }

    /** The network that a configuration makes for a table. */
    static Architecture architecture(RunConfig config, Dataset raw) {
        int outputs = raw.classes().isEmpty() ? 1 : raw.classes().size();
        try {
            return Architecture.of(
                    raw.features().length,
                    config.network().hidden(),
                    outputs,
                    config.network().activations());
        } catch (IllegalArgumentException e) {
            throw new InputException("network.hidden = " + config.network().hidden() + ": " + e.getMessage(), e);
        }
    }
}
