package io.sweepnet.spark.cli.progress;

import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.report.format.LossNumber;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingListener;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports the training of one model in a line that is updated a few times per second. */
final class ProgressLine implements TrainingListener {

    private static final long INTERVAL_NANOS = 200_000_000;
    private static final String SWEEP = "sweep";

    private final ModelKind model;
    private final RunConfig config;
    private final Consumer<String> display;
    private final long began = System.nanoTime();
    private long shown = began - INTERVAL_NANOS;
    private int startsEnded;
    private long evaluationsOfEnded;

    /** @param display replaces the displayed line by the given one */
    ProgressLine(ModelKind model, RunConfig config, Consumer<String> display) {
        this.model = model;
        this.config = config;
        this.display = display;
    }

    @Override
    public void onStep(CoordinateSearch search) {
        if (System.nanoTime() - shown >= INTERVAL_NANOS) {
            double sweeps = search.sweep() - 1 + search.stepsInSweep() / (double) search.stepsPerSweep();
            show(SWEEP, search.sweep(), search.maxSweeps(), sweeps, search.loss(), search.candidateEvaluations());
        }
    }

    @Override
    public void onIteration(Iteration iteration) {
        boolean search = iteration.phase() == Phase.SEARCH;
        int limit = search ? config.search().sweeps() : config.gradient().epochs();
        if (search || iteration.number() == limit || System.nanoTime() - shown >= INTERVAL_NANOS) {
            show(
                    search ? SWEEP : "epoch",
                    iteration.number(),
                    limit,
                    iteration.number(),
                    iteration.loss(),
                    search ? iteration.candidateEvaluations() : 0);
        }
    }

    @Override
    public void onStart(Starts ended, int of) {
        startsEnded = ended.count();
        evaluationsOfEnded = ended.candidateEvaluations();
        show(
                "start " + startsEnded + " of " + of,
                startsEnded / (double) of,
                "best loss " + LossNumber.of(ended.best().finalLoss()),
                evaluationsOfEnded,
                "about");
    }

    /** Displays that {@code done} of at most {@code limit} iterations of the current start are complete. */
    private void show(String unit, int number, int limit, double done, double loss, long evaluations) {
        int starts = unit.equals(SWEEP) ? config.search().restarts() : 1;
        String start = starts > 1 ? "start " + (startsEnded + 1) + " of " + starts + ", " : "";
        double share = starts > 1 ? (startsEnded + done / limit) / starts : done / limit;
        show(
                start + unit + " " + number + " of at most " + limit,
                share,
                "loss " + LossNumber.of(loss),
                evaluations == 0 ? 0 : evaluations + evaluationsOfEnded,
                "at most");
    }

    /**
     * @param share completed share of the whole training, from 0 to 1
     * @param bound qualifier of the remaining time, such as {@code at most}
     */
    private void show(String position, double share, String loss, long evaluations, String bound) {
        double seconds = (System.nanoTime() - began) / 1e9;
        String rate = evaluations > 0
                ? String.format(Locale.ROOT, ", %,.0f candidates/s", evaluations / Math.max(seconds, 1e-3))
                : "";
        shown = System.nanoTime();
        display.accept(String.format(
                Locale.ROOT,
                "%-8s %s, %s%s, %s %.0f s left",
                model.label(),
                position,
                loss,
                rate,
                bound,
                seconds / Math.max(share, 1e-6) * (1 - share)));
    }
}
