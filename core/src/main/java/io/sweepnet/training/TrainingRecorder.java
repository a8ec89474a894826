package io.sweepnet.training;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.TrainingRows;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.Sweep;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Runs the phases of one training one after another and writes down what they do. */
public final class TrainingRecorder {

    private static final double NANOS_PER_SECOND = 1e9;

    private final ModelSettings settings;
    private final TrainingRows rows;
    private final TrainingContext context;

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
    public TrainingRecorder(ModelSettings settings, Parameters initial, TrainingRows rows, TrainingContext context) {
        this(settings, initial, rows, context, 0);
    }

    private TrainingRecorder(
            ModelSettings settings, Parameters initial, TrainingRows rows, TrainingContext context, double before) {
        this.settings = settings;
        this.rows = rows;
        this.context = context;
        this.initial = initial;
        this.initialLoss = rows.loss(initial.toArray());
        this.parameters = initial;
        this.secondsBefore = before;
    }

    /** A training that goes on where another one, on the same data, ended. */
    public static TrainingRecorder after(
            TrainingHistory before, ModelSettings settings, TrainingRows rows, TrainingContext context) {
        TrainingRecorder recorder =
                new TrainingRecorder(settings, before.initial(), rows, context, before.wallSeconds());
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
    public boolean isDone() {
        return status == Status.DONE;
    }

    /** Searches for at most so many sweeps, the first of them on a sample if the settings say so. */
    public void search(int maxSweeps) {
        int onSample = settings.sample() < 1 ? maxSweeps / 2 : 0;
        if (onSample > 0) {
            search(rows.sample(settings.sample(), settings.seed()), onSample);
        }
        if (isDone()) {
            search(rows, maxSweeps - iterations.size());
        }
    }

    /** Searches on these rows or on a sample of them. */
    private void search(TrainingRows on, int maxSweeps) {
        SearchSettings searchSettings = settings.search(maxSweeps);
        double start = on.loss(parameters.toArray());
        CoordinateSearch search = new CoordinateSearch(searchSettings, parameters, start);
        StopReason reason;
        try (CandidateEvaluator evaluator = on.evaluator(searchSettings, parameters, start)) {
            reason = search.run(evaluator, new SweepRecorder(on, searchSettings), context.cancelled());
            directDecisions += evaluator.directDecisions();
        }
        // An evaluator may hold all there is to compute with: losses are asked for when it has let go.
        parameters = reason == StopReason.CANCELLED ? best(on, search) : search.parameters();
        candidateEvaluations += search.candidateEvaluations();
        nonFiniteEvaluations += search.nonFiniteEvaluations();
        stopReason = reason.label();
        status = reason == StopReason.CANCELLED ? Status.CANCELLED : Status.DONE;
        if (!Double.isFinite(rows.loss(parameters.toArray()))) {
            status = Status.DIVERGED;
            stopReason = GradientDescent.End.DIVERGED.label();
        }
    }

    /** In the middle of a sweep that may raise the loss, the best so far is what an earlier sweep ended with. */
    private Parameters best(TrainingRows on, CoordinateSearch search) {
        Parameters reached = search.parameters();
        return on.loss(reached.toArray()) <= search.lowestLoss() ? reached : search.lowestParameters();
    }

    private final class SweepRecorder implements SearchListener {

        private final TrainingRows on;
        private final SearchSettings settings;
        private final int sweepsBefore = iterations.size();
        private final long evaluationsBefore = candidateEvaluations;

        SweepRecorder(TrainingRows on, SearchSettings settings) {
            this.on = on;
            this.settings = settings;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            context.listener().onStep(search);
        }

        @Override
        public void onSweep(CoordinateSearch search, Sweep sweep) {
            record(new Iteration(
                    Phase.SEARCH,
                    sweepsBefore + sweep.number(),
                    on == rows ? sweep.loss() : rows.loss(search.parameters().toArray()),
                    rows.validationLoss(search.parameters().toArray()),
                    seconds(),
                    evaluationsBefore + search.candidateEvaluations(),
                    sweep.accepted(),
                    OptionalDouble.empty()));
            if (on.isDead(settings, search.parameters())) {
                search.endDead();
            }
        }
    }

    /** Trains by Adam for so many epochs. */
    public void train(int epochs, double learningRate) {
        GradientDescent.Settings descentSettings = new GradientDescent.Settings(
                epochs, learningRate, settings.batchSize(), settings.plateau(), settings.seed());
        GradientDescent descent = rows.descent(descentSettings, parameters);
        GradientDescent.End end = descent.run(
                (epoch, loss, rate, flat) -> record(new Iteration(
                        Phase.GRADIENT,
                        epoch,
                        loss,
                        rows.validationLoss(flat),
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

    private double seconds() {
        return secondsBefore + (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    /** Everything that was done. */
    public TrainingHistory history() {
        double seconds = seconds();
        return new TrainingHistory(
                initial,
                parameters,
                initialLoss,
                rows.loss(parameters.toArray()),
                iterations,
                status,
                stopReason,
                candidateEvaluations,
                nonFiniteEvaluations,
                directDecisions,
                seconds);
    }
}
