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

/** How the training of one model goes on: an event per sweep, start and epoch, and within a long sweep one now and then. */
final class ProgressEvents implements TrainingListener {

    static final long STEP_INTERVAL_NANOS = 10_000_000_000L;

    private final ModelKind model;
    private final RunConfig config;
    private final JsonDiagnostics diagnostics;
    private final LongSupplier nanoTime;
    private final long began;
    private long told;
    private int startsEnded;

    ProgressEvents(ModelKind model, RunConfig config, JsonDiagnostics diagnostics, LongSupplier nanoTime) {
        this.model = model;
        this.config = config;
        this.diagnostics = diagnostics;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.told = began;
    }

    @Override
    public void onStep(CoordinateSearch search) {
        if (nanoTime.getAsLong() - told >= STEP_INTERVAL_NANOS) {
            JsonObject event = event("step", search.sweep(), search.maxSweeps(), search.loss());
            tellStart(event);
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
            tellStart(event);
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

    /** Which of several starts, made one after the other, searches now. */
    private void tellStart(JsonObject event) {
        if (config.search().restarts() > 1) {
            event.addProperty("start", startsEnded);
        }
    }

    private JsonObject event(String name, int iteration, int most, double loss) {
        JsonObject event = JsonDiagnostics.event(name);
        event.addProperty("model", model.label());
        event.addProperty("iteration", iteration);
        event.addProperty("of", most);
        event.add("loss", JsonNumber.of(loss));
        event.addProperty("elapsed_seconds", (nanoTime.getAsLong() - began) / 1e9);
        return event;
    }

    private void say(JsonObject event) {
        told = nanoTime.getAsLong();
        diagnostics.say(event);
    }
}
