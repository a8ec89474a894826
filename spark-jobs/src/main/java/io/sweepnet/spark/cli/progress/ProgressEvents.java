package io.sweepnet.spark.cli.progress;

import com.google.gson.JsonObject;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.report.format.JsonNumber;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import io.sweepnet.training.TrainingListener;
import java.util.function.LongSupplier;

/**
 * Reports the training of one model as events: one per sweep, start and epoch, and within a long sweep one from time to
 * time.
 */
final class ProgressEvents implements TrainingListener {

    static final long STEP_INTERVAL_NANOS = 10_000_000_000L;

    private final ModelKind model;
    private final RunConfig config;
    private final JsonDiagnostics diagnostics;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastEvent;
    private int startsEnded;

    ProgressEvents(ModelKind model, RunConfig config, JsonDiagnostics diagnostics, LongSupplier nanoTime) {
        this.model = model;
        this.config = config;
        this.diagnostics = diagnostics;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastEvent = started;
    }

    @Override
    public void onStep(CoordinateSearch search) {
        if (nanoTime.getAsLong() - lastEvent >= STEP_INTERVAL_NANOS) {
            JsonObject event = event("step", search.sweep(), search.maxSweeps(), search.loss());
            addStart(event);
            event.addProperty("step", search.stepsInSweep());
            event.addProperty("steps", search.stepsPerSweep());
            event.addProperty("candidate_evaluations", search.candidateEvaluations());
            say(event);
        }
    }

    @Override
    public void onIteration(Iteration iteration) {
        if (iteration.phase() == Phase.SEARCH) {
            JsonObject event =
                    event("sweep", iteration.number(), config.search().sweeps(), iteration.loss());
            addStart(event);
            event.addProperty("candidate_evaluations", iteration.candidateEvaluations());
            say(event);
        } else {
            say(event("epoch", iteration.number(), config.gradient().epochs(), iteration.loss()));
        }
    }

    @Override
    public void onStart(Starts ended, int of) {
        startsEnded = ended.count();
        JsonObject event = event("start", startsEnded, of, ended.best().finalLoss());
        event.addProperty("candidate_evaluations", ended.candidateEvaluations());
        say(event);
    }

    /** Adds the number of the current start, if there are several, which run one after the other. */
    private void addStart(JsonObject event) {
        if (config.search().restarts() > 1) {
            event.addProperty("start", startsEnded);
        }
    }

    private JsonObject event(String name, int iteration, int limit, double loss) {
        JsonObject event = JsonDiagnostics.event(name);
        event.addProperty("model", model.label());
        event.addProperty("iteration", iteration);
        event.addProperty("of", limit);
        event.add("loss", JsonNumber.of(loss));
        event.addProperty("elapsed_seconds", (nanoTime.getAsLong() - started) / 1e9);
        return event;
    }

    private void say(JsonObject event) {
        lastEvent = nanoTime.getAsLong();
        diagnostics.say(event);
    }
}
