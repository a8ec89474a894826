package io.sweepnet.spark.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.RunRow;

/** A report for other programs. A loss that is not finite is null: JSON has no NaN. */
final class ReportJson {

    private static final Gson GSON =
            new GsonBuilder().serializeNulls().setPrettyPrinting().create();

    private final Report report;

    ReportJson(Report report) {
        this.report = report;
    }

    String text() {
        JsonArray runs = new JsonArray();
        report.runs().forEach(run -> runs.add(run(run)));
        JsonObject root = new JsonObject();
        root.add("runs", runs);
        return GSON.toJson(root) + "\n";
    }

    private JsonObject run(RunRow run) {
        JsonObject json = new JsonObject();
        json.addProperty("run_id", run.runId());
        json.addProperty("model", run.model());
        json.addProperty("execution", run.execution());
        json.add("initial_loss", number(run.initialLoss()));
        json.add("final_loss", number(run.finalLoss()));
        json.add("test_loss", number(run.testLoss()));
        json.addProperty("iterations", run.iterations());
        json.addProperty("candidate_evaluations", run.candidateEvaluations());
        json.add("wall_seconds", number(run.wallSeconds()));
        json.addProperty("status", run.status());
        json.addProperty("stop_reason", run.stopReason());
        JsonArray history = new JsonArray();
        for (HistoryRow row : report.history(run)) {
            JsonObject iteration = new JsonObject();
            iteration.addProperty("phase", row.phase());
            iteration.addProperty("iteration", row.iteration());
            iteration.add("loss", number(row.loss()));
            history.add(iteration);
        }
        json.add("history", history);
        return json;
    }

    private static JsonElement number(Double value) {
        return value == null || !Double.isFinite(value) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }
}
