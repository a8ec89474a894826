package io.sweepnet.spark.run;

import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.model.GradientModel;
import io.sweepnet.model.HybridModel;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.GradientConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.training.Starts.Start;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Trains the models of a run on the same data from the same initial parameters; a search with several starts goes on from
 * the best of them. A search gives the same bits every time, so that of the search model and the first phase of the hybrid
 * are made once.
 */
final class ModelTrainer {

    private final RunConfig config;
    private final Optional<SearchPlace> place;
    private final ModelSettings settings;
    private final Parameters initial;
    private final PreparedRows rows;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Optional<StartSearch> search;
    private Optional<StartSearch.Found> searched = Optional.empty();

    ModelTrainer(
            RunConfig config,
            PreparedData data,
            Optional<SearchPlace> place,
            Optional<Parameters> initial,
            Progress progress,
            Cancellation cancellation) {
        this.config = config;
        this.progress = progress;
        this.cancellation = cancellation;
        this.settings = settings(config, data, initial);
        this.initial = initial.orElseGet(settings::initialParameters);
        checkGradients();
        this.place = place.map(where -> where.planned(
                settings,
                this.initial,
                config.search().sweeps(),
                config.search().restarts()));
        this.search = this.place.map(where -> new StartSearch(settings, initial, config.search(), where));
        this.rows = data.rows();
    }

    /** Where it searches, once that was chosen; empty where no model does. */
    Optional<SearchPlace> place() {
        return place;
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
                .sample(search.sample())
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
        if (kind == ModelKind.GRADIENT) {
            Start only = start(0, config.seed(), history, history.wallSeconds());
            return new ModelRun(
                    kind, history, startedAt, Instant.now(), Optional.empty(), List.of(only), 0, sharesSearch);
        }
        StartSearch.Found found = searched.orElseThrow();
        if (!sharesSearch) {
            found.deadNote(config.search().restarts()).ifPresent(progress::note);
        }
        return new ModelRun(
                kind,
                history,
                startedAt,
                Instant.now(),
                place,
                kind == ModelKind.HYBRID
                        ? refined(found, history)
                        : found.starts().all(),
                found.starts().best().number(),
                sharesSearch);
    }

    /** The starts of a hybrid: what Adam did to the best is its doing too. */
    private static List<Start> refined(StartSearch.Found found, TrainingHistory history) {
        if (found.history().status() != TrainingHistory.Status.DONE) {
            return found.starts().all();
        }
        Start best = found.starts().best();
        double afterSearch = history.wallSeconds() - found.history().wallSeconds();
        Start whole = start(best.number(), best.seed(), history, best.wallSeconds() + afterSearch);
        return found.starts().all().stream()
                .map(start -> start.number() == best.number() ? whole : start)
                .toList();
    }

    private static Start start(int number, long seed, TrainingHistory history, double wallSeconds) {
        return new Start(
                number,
                seed,
                history.initialLoss(),
                history.finalLoss(),
                history.iterations().size(),
                history.stopReason(),
                wallSeconds);
    }

    private TrainingHistory search(TrainingContext context) {
        if (searched.isEmpty()) {
            searched = Optional.of(search.orElseThrow().run(context));
        }
        return searched.get().history();
    }

    private TrainingHistory gradient(TrainingContext context) {
        GradientConfig gradient = config.gradient();
        return new GradientModel(settings, initial)
                .train(rows.training(settings), gradient.epochs(), gradient.learningRate(), context);
    }

    private TrainingHistory hybrid(TrainingContext context) {
        GradientConfig gradient = config.gradient();
        return new HybridModel(settings, initial)
                .refine(search(context), rows.training(settings), gradient.epochs(), gradient.learningRate(), context);
    }
}
