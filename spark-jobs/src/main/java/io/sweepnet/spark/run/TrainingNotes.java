package io.sweepnet.spark.run;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.search.Candidates;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warnings about rows and settings that are each valid but do not fit together, so that training is unlikely to
 * succeed.
 */
final class TrainingNotes {

    /**
     * The ratio of the largest target to the largest candidate from which the layers are not expected to reach the
     * target.
     */
    private static final double LARGE_RATIO = 1000;

    /** A target with this number of classes or fewer is never warned about, however few the rows are. */
    private static final int FEW_CLASSES = 2;

    /** A sample of fewer rows than this is warned about. */
    private static final int FEW_SAMPLED = 10;

    private TrainingNotes() {}

    /** @param initial the model that training starts from, if any */
    static List<String> of(RunConfig config, PreparedData data, Optional<SavedModel> initial) {
        List<String> notes = new ArrayList<>();
        tooFewRows(data).ifPresent(notes::add);
        tooManyClasses(data).ifPresent(notes::add);
        tooSmallSample(config, data).ifPresent(notes::add);
        // The scaling of an initial model's target is kept, whatever the configuration says.
        if (initial.flatMap(SavedModel::target).isEmpty()) {
            tooLargeTarget(config, data).ifPresent(notes::add);
        }
        return notes;
    }

    private static Optional<String> tooFewRows(PreparedData data) {
        int parameters = data.architecture().parameterCount();
        long rows = data.rows().weightedRows();
        if (parameters <= rows) {
            return Optional.empty();
        }
        String lighter = data.architecture().layerCount() > 1 ? "a smaller network.hidden" : "fewer data.features";
        String judge = data.rows().hasTest()
                ? "the held-out loss tells"
                : "no rows are held out, which would tell (data.test)";
        return Optional.of("the network has " + parameters + " parameters for " + rows
                + (rows == 1 ? " row" : " rows") + " to learn from, and may learn them by heart: " + judge + "; "
                + lighter + " may help");
    }

    private static Optional<String> tooManyClasses(PreparedData data) {
        int rows = data.rows().trainingRows();
        int classes = data.classes().size();
        return classes <= FEW_CLASSES || 2 * classes <= rows
                ? Optional.empty()
                : Optional.of("target '" + data.table().targetName() + "' has " + classes + " classes in " + rows
                        + (rows == 1 ? " row" : " rows") + " to learn from, too few of each to learn much");
    }

    private static Optional<String> tooSmallSample(RunConfig config, PreparedData data) {
        double share = config.search().sample();
        double rows = share * data.rows().trainingRows();
        return !searches(config) || share == 1 || rows >= FEW_SAMPLED
                ? Optional.empty()
                : Optional.of("search.sample = " + share + " leaves about "
                        + (rows < 1 ? "none" : Math.round(rows)) + " of the "
                        + data.rows().trainingRows() + " training rows to the first sweeps, too few to learn from");
    }

    private static boolean searches(RunConfig config) {
        return config.models().contains(ModelKind.SEARCH) || config.models().contains(ModelKind.HYBRID);
    }

    private static Optional<String> tooLargeTarget(RunConfig config, PreparedData data) {
        if (!searches(config)
                || data.isClassification()
                || !data.targetScaling().isNone()) {
            return Optional.empty();
        }
        double largest = data.rows().largestTarget();
        double reach = Stream.of(config.search().weights(), config.search().biases())
                .mapToDouble(TrainingNotes::bound)
                .max()
                .orElse(0);
        if (largest <= LARGE_RATIO * reach) {
            return Optional.empty();
        }
        return Optional.of("target '" + data.table().targetName() + "' goes up to " + largest
                + " in size, and the search tries no parameter beyond " + reach
                + ": -D data.target-scaling=standard brings it within reach");
    }

    private static double bound(Candidates candidates) {
        return Math.max(Math.abs(candidates.low()), Math.abs(candidates.high()));
    }
}
