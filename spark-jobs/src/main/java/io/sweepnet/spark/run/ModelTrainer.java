package io.sweepnet.spark.run;

import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.model.GradientModel;
import io.sweepnet.model.HybridModel;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.model.TrainingContext;
import io.sweepnet.model.TrainingHistory;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.GradientConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.config.SearchConfig;
import java.time.Instant;
import java.util.Optional;

/**
 * Trains the models of a run on the same data from the same initial parameters. A search gives the same bits every time,
 * so that of the search model and the first phase of the hybrid are made once.
 */
final class ModelTrainer {

    private final RunConfig config;
    private final Optional<SearchPlace> place;
    private final ModelSettings settings;
    private final Parameters initial;
    private final TrainingRows rows;
    private final Progress progress;
    private final Cancellation cancellation;
    private Optional<TrainingHistory> searched = Optional.empty();

    ModelTrainer(
            RunConfig config,
            PreparedData data,
            Optional<SearchPlace> place,
            Optional<Parameters> initial,
            Progress progress,
            Cancellation cancellation) {
        this.config = config;
        this.place = place;
        this.progress = progress;
        this.cancellation = cancellation;
        this.settings = settings(config, data, initial);
        this.initial = initial.orElseGet(settings::initialParameters);
        checkGradients();
        this.rows = place.<SearchPlace.Rows>map(SearchPlace::rows)
                .orElse(SearchPlace::table)
                .of(settings, data.split());
    }

    private static ModelSettings settings(RunConfig config, PreparedData data, Optional<Parameters> initial) {
        SearchConfig search = config.search();
        ModelSettings.Builder builder = ModelSettings.builder()
                .architecture(initial.map(Parameters::architecture).orElse(data.architecture()))
                .loss(data.loss())
                .seed(config.seed())
                .weightCandidates(search.weights())
                .biasCandidates(search.biases())
                .order(search.order())
                .keepCurrent(search.keepCurrent())
                .tolerance(search.tolerance())
                .plateau(config.gradient().plateau());
        search.ties().ifPresent(builder::ties);
        search.patience().ifPresent(builder::patience);
        config.gradient().batch().ifPresent(builder::batchSize);
        return builder.build();
    }

    /** Told before anything is trained, so that nothing is lost. */
    private void checkGradients() {
        for (ModelKind model : config.models()) {
            if (model != ModelKind.SEARCH) {
                try {
                    Backpropagation.requireGradient(settings.architecture(), settings.loss());
                } catch (IllegalArgumentException e) {
                    throw new InputException("model " + model.label() + ": " + e.getMessage(), e);
                }
            }
        }
    }

    ModelRun train(ModelKind kind) {
        Instant startedAt = Instant.now();
        boolean sharesSearch = kind != ModelKind.GRADIENT && searched.isPresent();
        TrainingContext context =
                new TrainingContext(Optional.empty(), progress.training(kind, config), cancellation::isRequested);
        TrainingHistory history = switch (kind) {
            case SEARCH -> search(context);
            case GRADIENT -> gradient(context);
            case HYBRID -> hybrid(context);
        };
        progress.trained(kind, history);
        Optional<SearchPlace> where = kind == ModelKind.GRADIENT ? Optional.empty() : place;
        return new ModelRun(kind, history, startedAt, Instant.now(), where, sharesSearch);
    }

    private TrainingHistory search(TrainingContext context) {
        if (searched.isEmpty()) {
            searched = Optional.of(new SearchModel(settings, initial)
                    .search(rows, config.search().sweeps(), context));
        }
        return searched.get();
    }

    private TrainingHistory gradient(TrainingContext context) {
        GradientConfig gradient = config.gradient();
        return new GradientModel(settings, initial).train(rows, gradient.epochs(), gradient.learningRate(), context);
    }

    private TrainingHistory hybrid(TrainingContext context) {
        GradientConfig gradient = config.gradient();
        return new HybridModel(settings, initial)
                .refine(search(context), rows, gradient.epochs(), gradient.learningRate(), context);
    }
}
