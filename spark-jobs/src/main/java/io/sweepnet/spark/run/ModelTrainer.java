package io.sweepnet.spark.run;

import io.sweepnet.gradient.Backpropagation;
import io.sweepnet.model.GradientModel;
import io.sweepnet.model.HybridModel;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.config.GradientConfig;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.config.SearchConfig;
import io.sweepnet.spark.execution.Execution;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.spark.execution.SearchResult;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.training.Starts.Start;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * Trains the models of a run on the same data from the same initial parameters; a search with several starts results in
 * the best of them. A search is deterministic to the last bit, so the search model and the first phase of the hybrid
 * model share one search.
 */
final class ModelTrainer implements AutoCloseable {

    private final RunConfig config;
    private final ModelSettings settings;
    private final Parameters initial;
    private final PreparedTable rows;
    private final Progress progress;
    private final Cancellation cancellation;

    /** Empty if no model searches, whatever the settings of the search are. */
    private final Optional<Execution> execution;

    private Optional<SearchResult> searched = Optional.empty();

    /**
     * @param initial parameters to start from, if any
     * @throws InputException if the configured search or gradients cannot be computed
     */
    ModelTrainer(
            RunConfig config,
            PreparedData data,
            Optional<Parameters> initial,
            SparkContext spark,
            Progress progress,
            Cancellation cancellation) {
        this.config = config;
        this.progress = progress;
        this.cancellation = cancellation;
        this.rows = data.rows();
        this.settings = settings(config, data, initial);
        this.initial = initial.orElseGet(settings::initialParameters);
        boolean isSearching = config.models().stream().anyMatch(kind -> kind != ModelKind.GRADIENT);
        if (isSearching) {
            rows.checkSearch(config.search(), settings.architecture(), settings.loss());
        }
        checkGradients();
        SearchRequest request = new SearchRequest(
                settings, initial, config.search().sweeps(), config.search().restarts());
        this.execution = isSearching ? Optional.of(rows.execution(config.search(), request, spark)) : Optional.empty();
    }

    /** Returns the execution of the search; empty if no model searches. */
    Optional<ExecutionReport> execution() {
        return execution.map(Execution::report);
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
                .threads(search.threads())
                .check(search.check())
                .plateau(config.gradient().plateau());
        search.kernel().ifPresent(builder::kernel);
        search.ties().ifPresent(builder::ties);
        search.patience().ifPresent(builder::patience);
        config.gradient().batch().ifPresent(builder::batchSize);
        return builder.build();
    }

    /** Checks before training that the gradients exist, so that no training is wasted. */
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
        SearchResult found = searched.orElseThrow();
        if (!sharesSearch) {
            SearchNotes.ofDeadStarts(found.starts(), config.search().restarts()).ifPresent(progress::note);
        }
        return new ModelRun(
                kind,
                history,
                startedAt,
                Instant.now(),
                execution(),
                kind == ModelKind.HYBRID
                        ? refined(found, history)
                        : found.starts().all(),
                found.starts().best().number(),
                sharesSearch);
    }

    /** Returns the starts of a hybrid model; the training by Adam is part of the best start. */
    private static List<Start> refined(SearchResult found, TrainingHistory history) {
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
            searched = Optional.of(execution.orElseThrow().search(context));
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

    /** Releases what the executors hold for the search. */
    @Override
    public void close() {
        execution.ifPresent(Execution::close);
    }
}
