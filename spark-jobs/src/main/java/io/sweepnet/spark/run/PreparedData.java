package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Split;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.rows.DistributedSplit;
import io.sweepnet.spark.rows.DistributedTable;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.Table;
import java.util.List;
import java.util.Optional;

/**
 * A table prepared for training: split and scaled. The scaling is fitted on the training part, or is that of an initial
 * model, whose parameters are valid only with its own scaling.
 *
 * @param table summary of the table as read
 * @param rows the parts of the table, features and targets scaled; closed with this object
 * @param scaling the scaling of the features
 * @param targetScaling the scaling of the target
 * @param loss the loss to minimise, in the original units of the target
 * @param lossName the name of the loss
 * @param architecture the architecture for the table
 */
record PreparedData(
        TableSummary table,
        PreparedTable rows,
        FeatureScaling scaling,
        TargetScaling targetScaling,
        Loss loss,
        String lossName,
        Architecture architecture)
        implements AutoCloseable {

    static final String TRAINING = "train";
    static final String VALIDATION = "validation";
    static final String TEST = "test";

    /** Prepares a table in the driver. */
    static PreparedData of(Table table, TableSummary summary, RunConfig config, Optional<SavedModel> initial) {
        Dataset raw = table.dataset();
        DataConfig data = config.data();
        Loss loss = loss(config, summary);
        Preparation preparation = data.preparation();
        Split split = preparation.split(() -> Split.of(raw, data.test(), data.validation(), config.seed()));
        FeatureScaling scaling = featureScaling(initial)
                .orElseGet(() -> preparation.features(kind -> FeatureScaling.fit(kind, split.training())));
        TargetScaling targetScaling = targetScaling(initial)
                .orElseGet(() -> preparation.target(
                        summary.targetName(),
                        summary.isClassification(),
                        () -> TargetScaling.standard(split.training())));
        Split scaled = new Split(
                scale(split.training(), scaling, targetScaling),
                split.validation().map(part -> scale(part, scaling, targetScaling)),
                split.test().map(part -> scale(part, scaling, targetScaling)));
        PreparedTable rows = new DriverTable(scaled, targetScaling, table.ids());
        return of(summary, rows, scaling, targetScaling, loss, config);
    }

    /** Prepares a table on executors. */
    static PreparedData of(
            DistributedTable table, TableSummary summary, RunConfig config, Optional<SavedModel> initial) {
        Loss loss = loss(config, summary);
        DistributedSplit split = table.split(config.seed(), featureScaling(initial), targetScaling(initial));
        try {
            return of(summary, new ExecutorTable(split), split.scaling(), split.targetScaling(), loss, config);
        } catch (Throwable e) {
            split.close();
            throw e;
        }
    }

    private static PreparedData of(
            TableSummary table,
            PreparedTable rows,
            FeatureScaling scaling,
            TargetScaling targetScaling,
            Loss loss,
            RunConfig config) {
        Loss inOwnUnits = targetScaling.isNone() ? loss : loss.forTargetScale(targetScaling.scale());
        return new PreparedData(
                table, rows, scaling, targetScaling, inOwnUnits, loss.name(), architecture(config, table));
    }

    private static Optional<FeatureScaling> featureScaling(Optional<SavedModel> initial) {
        return initial.flatMap(SavedModel::inputs).map(SavedModel.Inputs::scaling);
    }

    private static Optional<TargetScaling> targetScaling(Optional<SavedModel> initial) {
        return initial.flatMap(SavedModel::target).map(SavedModel.Target::scaling);
    }

    boolean isClassification() {
        return table.isClassification();
    }

    List<String> classes() {
        return table.classes();
    }

    /** Releases the rows that executors hold. */
    @Override
    public void close() {
        rows.close();
    }

    private static Loss loss(RunConfig config, TableSummary table) {
        boolean classes = table.isClassification();
        Loss loss = config.loss().orElseGet(() -> classes ? new CrossEntropyLoss() : new SquaredLoss());
        boolean forClasses = loss.isForClasses();
        if (classes != forClasses) {
            String needed = Losses.names(known -> known.isForClasses() == classes, "or");
            throw new InputException("loss = " + loss.name() + ": target '"
                    + table.targetName() + "' holds "
                    + (classes
                            ? "classes, which need " + needed
                            : "numbers, which need " + needed + " (data.task = classification makes them classes)"));
        }
        return loss;
    }

    private static Dataset scale(Dataset part, FeatureScaling scaling, TargetScaling targetScaling) {
        Dataset scaled = scaling.apply(part);
        return targetScaling.isNone() ? scaled : targetScaling.apply(scaled);
    }

    /** Returns the architecture that a configuration gives for a table. */
    static Architecture architecture(RunConfig config, TableSummary table) {
        int outputs = Math.max(1, table.classes().size());
        try {
            return Architecture.of(
                    table.featureNames().size(),
                    config.network().hidden(),
                    outputs,
                    config.network().activations());
        } catch (IllegalArgumentException e) {
            throw new InputException("network.hidden = " + config.network().hidden() + ": " + e.getMessage(), e);
        }
    }
}
