package io.sweepnet.training;

import io.sweepnet.gradient.GradientDescent;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.StopReason;
import io.sweepnet.search.Sweep;
import io.sweepnet.search.SweepEnd;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingHistory.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Runs the phases of one training one after another and records their iterations.
 *
 * <pre>{@code
 * TrainingRecorder recorder = new TrainingRecorder(initial, rows, TrainingContext.NONE);
 * recorder.search(rows, searchSettings, 1);
 * TrainingHistory history = recorder.history();
 * }</pre>
 */
public final class TrainingRecorder {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LossSource losses;
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

    /**
     * Creates a recorder of a training that starts at the given parameters.
     *
     * @param losses training rows of all phases; the validation rows are those of {@code losses}, not those of the context
     */
    public TrainingRecorder(Parameters initial, LossSource losses, TrainingContext context) {
        this(initial, losses, context, 0);
    }

    private TrainingRecorder(Parameters initial, LossSource losses, TrainingContext context, double before) {
        this.losses = losses;
        this.context = context;
        this.initial = initial;
        this.initialLoss = losses.loss(initial.toArray());
        this.parameters = initial;
        this.secondsBefore = before;
    }

    /** Creates a recorder of a training that continues where another one on the same data ended. */
    public static TrainingRecorder after(TrainingHistory before, LossSource losses, TrainingContext context) {
        TrainingRecorder recorder = new TrainingRecorder(before.initial(), losses, context, before.wallSeconds());
        recorder.parameters = before.trained();
        recorder.iterations.addAll(before.iterations());
        recorder.status = before.status();
        recorder.stopReason = before.stopReason();
        recorder.candidateEvaluations = before.candidateEvaluations();
        recorder.nonFiniteEvaluations = before.nonFiniteEvaluations();
        recorder.directDecisions = before.directDecisions();
        return recorder;
    }

    /** Returns whether no phase so far was cancelled or diverged, so that another phase can follow. */
    public boolean isDone() {
        return status == Status.DONE;
    }

    /**
     * Searches. If the share is below 1, the first sweeps use a sample of the rows: half of all sweeps, or fewer if the search
     * converges before.
     *
     * @param rows the same rows as those of the recorder's losses
     * @param settings settings of the search; their limit of sweeps includes those on the sample
     * @param sample share of the rows that the first sweeps use, in (0, 1]
     */
    public void search(SearchSource rows, SearchSettings settings, double sample) {
        int maxSweeps = settings.stop().maxSweeps();
        int onSample = sample < 1 ? maxSweeps / 2 : 0;
        if (onSample > 0) {
            search(rows.sample(sample, settings.seed()), rows, settings.withMaxSweeps(onSample));
        }
        if (isDone()) {
            search(rows, rows, settings.withMaxSweeps(maxSweeps - iterations.size()));
        }
    }

    /** Searches on these rows or on a sample of them. */
    private void search(SearchSource on, SearchSource rows, SearchSettings settings) {
        CoordinateSearch search = new CoordinateSearch(settings, parameters, on.loss(parameters.toArray()));
        SearchRunner runner = on.runner();
        StopReason reason = runner.run(search, new SweepRecorder(on == rows), context.cancelled());
        parameters = reason == StopReason.CANCELLED ? best(on, search) : search.parameters();
        candidateEvaluations += search.candidateEvaluations();
        nonFiniteEvaluations += search.nonFiniteEvaluations();
        directDecisions += runner.directDecisions();
        stopReason = reason.label();
        status = reason == StopReason.CANCELLED ? Status.CANCELLED : Status.DONE;
        if (!Double.isFinite(losses.loss(parameters.toArray()))) {
            status = Status.DIVERGED;
            stopReason = GradientDescent.End.DIVERGED.label();
        }
    }

    /** Returns the best parameters of a cancelled search: if a sweep has raised the loss, those of an earlier sweep. */
    private static Parameters best(LossSource on, CoordinateSearch search) {
        Parameters reached = search.parameters();
        return on.loss(reached.toArray()) <= search.lowestLoss() ? reached : search.lowestParameters();
    }

    private final class SweepRecorder implements SearchListener {

        private final boolean isOfAllRows;
        private final int sweepsBefore = iterations.size();
        private final long evaluationsBefore = candidateEvaluations;

        SweepRecorder(boolean isOfAllRows) {
            this.isOfAllRows = isOfAllRows;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            context.listener().onStep(search);
        }

        @Override
        public void onSweep(CoordinateSearch search, Sweep sweep) {
            SweepEnd end = isOfAllRows ? sweep.end() : endOnAllRows(search.parameters());
            record(new Iteration(
                    Phase.SEARCH,
                    sweepsBefore + sweep.number(),
                    end.loss(),
                    end.validationLoss(),
                    seconds(),
                    evaluationsBefore + search.candidateEvaluations(),
                    sweep.accepted(),
                    OptionalDouble.empty()));
        }

        /** Computes the losses of all rows, since a search on a sample has only those of the sample. */
        private SweepEnd endOnAllRows(Parameters at) {
            double[] flat = at.toArray();
            return new SweepEnd(losses.loss(flat), losses.validationLoss(flat), false);
        }
    }

    /** Trains by Adam, from the parameters reached so far. */
    public void train(GradientSource rows, GradientDescent.Settings settings) {
        GradientDescent descent = rows.descent(settings, parameters);
        GradientDescent.End end = descent.run(
                (epoch, loss, rate, flat) -> record(new Iteration(
                        Phase.GRADIENT,
                        epoch,
                        loss,
                        losses.validationLoss(flat),
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

    /** Returns the record of all phases so far. */
    public TrainingHistory history() {
        double seconds = seconds();
        return new TrainingHistory(
                initial,
                parameters,
                initialLoss,
                losses.loss(parameters.toArray()),
                iterations,
                status,
                stopReason,
                candidateEvaluations,
                nonFiniteEvaluations,
                directDecisions,
                seconds);
    }
}
