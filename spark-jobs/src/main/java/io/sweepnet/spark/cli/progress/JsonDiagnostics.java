package io.sweepnet.spark.cli.progress;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.report.format.JsonNumber;
import io.sweepnet.spark.run.Stage;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Diagnostics for programs: one JSON object per line, with the time and the name of the event. Losses that are not
 * finite are null.
 */
public final class JsonDiagnostics implements Diagnostics {

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private final PrintStream err;
    private final LongSupplier nanoTime;

    /** Creates diagnostics as lines of JSON. */
    public JsonDiagnostics(PrintStream err) {
        this(err, System::nanoTime);
    }

    /** @param nanoTime the clock for elapsed times, in nanoseconds */
    JsonDiagnostics(PrintStream err, LongSupplier nanoTime) {
        this.err = err;
        this.nanoTime = nanoTime;
    }

    @Override
    public void note(String line) {
        say(message("note", line));
    }

    @Override
    public void stage(Stage stage, String what) {
        JsonObject event = event("stage");
        event.addProperty("stage", stage.name().toLowerCase(Locale.ROOT));
        event.addProperty("path", what);
        event.addProperty(
                "since_start_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1e3);
        say(event);
    }

    @Override
    public TrainingListener training(ModelKind model, RunConfig config) {
        JsonObject event = event("train");
        event.addProperty("model", model.label());
        say(event);
        return new ProgressEvents(model, config, this, nanoTime);
    }

    @Override
    public void trained(ModelKind model, TrainingHistory history) {
        JsonObject event = event("trained");
        event.addProperty("model", model.label());
        event.addProperty("status", history.status().label());
        event.addProperty("stop_reason", history.stopReason());
        event.addProperty("iterations", history.iterations().size());
        event.add("loss", JsonNumber.of(history.finalLoss()));
        event.add("elapsed_seconds", JsonNumber.of(history.wallSeconds()));
        event.addProperty("candidate_evaluations", history.candidateEvaluations());
        say(event);
    }

    @Override
    public void warning(String message) {
        say(message("warning", message));
    }

    @Override
    public void cancelled(String message) {
        say(message("cancel", message));
    }

    @Override
    public void error(String message, int exitCode) {
        JsonObject event = message("error", message);
        event.addProperty("exit_code", exitCode);
        say(event);
    }

    @Override
    public void failure(String message, Throwable cause, int exitCode) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace, true));
        JsonObject event = message("error", message);
        event.addProperty("exit_code", exitCode);
        event.addProperty("stack_trace", trace.toString());
        say(event);
    }

    /** Creates an event with the current time. */
    static JsonObject event(String name) {
        JsonObject event = new JsonObject();
        event.addProperty("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.addProperty("event", name);
        return event;
    }

    private static JsonObject message(String name, String message) {
        JsonObject event = event(name);
        event.addProperty("message", message);
        return event;
    }

    /** Prints an event in one call, so that the lines of different threads do not mix. */
    void say(JsonObject event) {
        err.println(GSON.toJson(event));
    }
}
