package io.sweepnet.model;

import io.sweepnet.data.Dataset;
import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.model.TrainingHistory.Iteration;
import io.sweepnet.model.TrainingHistory.Phase;
import io.sweepnet.model.TrainingHistory.Status;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.Sweep;
import io.sweepnet.search.kernel.DeadLayers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs the phases of one training one after another and writes down what they do. */
final class TrainingRecorder {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ModelSettings settings;
    private final Dataset dataset;
    private final TrainingContext context;
    private final DirectLoss trainingLoss;
    private final Optional<DirectLoss> validationLoss;

    private final Parameters initial;
    private final double initialLoss;
    private final List<Iteration> iterations = new ArrayList<>();
    private final long began = System.nanoTime();
    private final double secondsBefore;

    private Parameters parameters;
    private Status status = Status.DONE;
    private String stopReason = "";
    private long candidateEvaluations;
    private long nonFiniteEvaluations;
    private long directDecisions;

    /** A training from the given parameters. */
    TrainingRecorder(ModelSettings settings, Parameters initial, Dataset dataset, TrainingContext context) {
        this(settings, initial, dataset, context, 0);
    }

    private TrainingRecorder(
            ModelSettings settings, Parameters initial, Dataset dataset, TrainingContext context, double before) {
        Loss loss = settings.loss();
        this.settings = settings;
        this.dataset = dataset.canonical();
        this.context = context;
        this.trainingLoss = new DirectLoss(settings.architecture(), this.dataset, loss);
        this.validationLoss =
                context.validation().map(rows -> new DirectLoss(settings.architecture(), rows.canonical(), loss));
        this.initial = initial;
        this.initialLoss = trainingLoss.of(initial.toArray());
        this.parameters = initial;
        this.secondsBefore = before;
    }

    /** A training that goes on where another one, on the same data, ended. */
    static TrainingRecorder after(
            TrainingHistory before, ModelSettings settings, Dataset dataset, TrainingContext context) {
        TrainingRecorder recorder =
                new TrainingRecorder(settings, before.initial(), dataset, context, before.wallSeconds());
        recorder.parameters = before.trained();
        recorder.iterations.addAll(before.iterations());
        recorder.status = before.status();
        recorder.stopReason = before.stopReason();
        recorder.candidateEvaluations = before.candidateEvaluations();
        recorder.nonFiniteEvaluations = before.nonFiniteEvaluations();
        recorder.directDecisions = before.directDecisions();
        return recorder;
    }

    /** Whether a further phase makes sense. */
    boolean isDone() {
        return status == Status.DONE;
    }

    /** Searches for at most so many sweeps. */
    void search(int maxSweeps) {
        try (CandidateEvaluator evaluator = settings.evaluator().create(parameters, dataset, settings.loss())) {
            double start = trainingLoss.of(parameters.toArray());
            SearchSettings searchSettings = settings.search(maxSweeps);
            CoordinateSearch search = new CoordinateSearch(searchSettings, parameters, start);
            DeadLayers deadLayers = new DeadLayers(settings.architecture(), dataset, searchSettings);
            StopReason reason = search.run(evaluator, new SweepRecorder(deadLayers), context.cancelled());
            parameters = reason == StopReason.CANCELLED ? best(search) : search.parameters();
            candidateEvaluations += search.candidateEvaluations();
            nonFiniteEvaluations += search.nonFiniteEvaluations();
            directDecisions += evaluator.directDecisions();
            stopReason = reason.label();
            status = reason == StopReason.CANCELLED ? Status.CANCELLED : Status.DONE;
            if (!Double.isFinite(trainingLoss.of(parameters.toArray()))) {
                status = Status.DIVERGED;
                stopReason = GradientDescent.End.DIVERGED.label();
            }
        }
    }

    /** In the middle of a sweep that may raise the loss, the best so far is what an earlier sweep ended with. */
    private Parameters best(CoordinateSearch search) {
        Parameters reached = search.parameters();
        return trainingLoss.of(reached.toArray()) <= search.lowestLoss() ? reached : search.lowestParameters();
    }

    private final class SweepRecorder implements SearchListener {

        private final DeadLayers deadLayers;

        SweepRecorder(DeadLayers deadLayers) {
            this.deadLayers = deadLayers;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            context.listener().onStep(search);
        }

        @Override
        public void onSweep(CoordinateSearch search, Sweep sweep) {
            record(new Iteration(
                    Phase.SEARCH,
                    sweep.number(),
                    sweep.loss(),
                    validationLoss(search.parameters().toArray()),
                    seconds(),
                    search.candidateEvaluations(),
                    sweep.accepted(),
                    OptionalDouble.empty()));
            if (deadLayers.isAnyAt(search.parameters())) {
                search.endDead();
            }
        }
    }

    /** Trains by Adam for so many epochs. */
    void train(int epochs, double learningRate) {
        GradientDescent.Settings descentSettings = new GradientDescent.Settings(
                epochs, learningRate, settings.batchSize(), settings.plateau(), settings.seed());
        GradientDescent descent = new GradientDescent(descentSettings, parameters, dataset, settings.loss());
        GradientDescent.End end = descent.run(
                (epoch, loss, rate, flat) -> record(new Iteration(
                        Phase.GRADIENT,
                        epoch,
                        loss,
                        validationLoss(flat),
                        seconds(),
                        candidateEvaluations,
                        0,
                        OptionalDouble.of(rate))),
                context.cancelled());
        parameters = descent.parameters();
        stopReason = end.label();
        status = switch (end) {
            case EPOCH_LIMIT -> Status.DONE;
            case DIVERGED -> Status.DIVERGED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    private void record(Iteration iteration) {
        iterations.add(iteration);
        context.listener().onIteration(iteration);
    }

    private OptionalDouble validationLoss(double[] flat) {
        return validationLoss.isPresent()
                ? OptionalDouble.of(validationLoss.get().of(flat))
                : OptionalDouble.empty();
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    /** Everything that was done. */
    TrainingHistory history() {
        double seconds = seconds();
        return new TrainingHistory(
                initial,
                parameters,
                initialLoss,
                trainingLoss.of(parameters.toArray()),
                iterations,
                status,
                stopReason,
                candidateEvaluations,
                nonFiniteEvaluations,
                directDecisions,
                seconds);
    }
}
