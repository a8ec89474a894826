package io.sweepnet.spark.cli;

import io.sweepnet.model.TrainingHistory.Iteration;
import io.sweepnet.model.TrainingHistory.Phase;
import io.sweepnet.model.TrainingListener;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.run.Progress;
import java.util.Locale;

/**
 * Shows progress on a terminal, a line per model that is written over as training goes on; elsewhere it keeps quiet.
 * Notes on the data are always told.
 */
final class ConsoleProgress implements Progress {

    private static final long INTERVAL_NANOS = 200_000_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Console console;
    private final RunConfig config;
    private final boolean terminal;

    ConsoleProgress(Console console, RunConfig config) {
        this.console = console;
        this.config = config;
        this.terminal = console.isTerminal();
    }

    @Override
    public void note(String line) {
        console.err().println("note: " + line);
    }

    @Override
    public TrainingListener training(ModelKind model) {
        return terminal ? new Line(model) : TrainingListener.NONE;
    }

    @Override
    public void trained(ModelKind model) {
        if (terminal) {
            console.err().println();
        }
    }

    /** The line of one model. */
    private final class Line implements TrainingListener {

        private final ModelKind model;
        private final long began = System.nanoTime();
        private long shown = began - INTERVAL_NANOS;

        Line(ModelKind model) {
            this.model = model;
        }

        @Override
        public void onStep(CoordinateSearch search) {
            if (System.nanoTime() - shown >= INTERVAL_NANOS) {
                double sweeps = search.sweep() - 1 + search.stepsInSweep() / (double) search.stepsPerSweep();
                show("sweep", search.sweep(), search.maxSweeps(), sweeps, search.loss(), search.candidateEvaluations());
            }
        }

        @Override
        public void onIteration(Iteration iteration) {
            boolean search = iteration.phase() == Phase.SEARCH;
            int most = search ? config.search().sweeps() : config.gradient().epochs();
            if (search || iteration.number() == most || System.nanoTime() - shown >= INTERVAL_NANOS) {
                show(
                        search ? "sweep" : "epoch",
                        iteration.number(),
                        most,
                        iteration.number(),
                        iteration.loss(),
                        search ? iteration.candidateEvaluations() : 0);
            }
        }

        /** Of {@code most} iterations, {@code done} are made. */
        private void show(String unit, int number, int most, double done, double loss, long evaluations) {
            double seconds = (System.nanoTime() - began) / 1e9;
            String rate = evaluations > 0
                    ? String.format(Locale.ROOT, ", %,.0f candidates/s", evaluations / Math.max(seconds, 1e-3))
                    : "";
            show(String.format(
                    Locale.ROOT,
                    "%s %d of at most %d, loss %s%s, at most %.0f s left",
                    unit,
                    number,
                    most,
                    ReportText.loss(loss),
                    rate,
                    seconds / Math.max(done, 1e-3) * (most - done)));
        }

        private void show(String text) {
            shown = System.nanoTime();
            console.err().print(CLEAR_LINE + String.format(Locale.ROOT, "%-8s ", model.label()) + text);
            console.err().flush();
        }
    }
}
