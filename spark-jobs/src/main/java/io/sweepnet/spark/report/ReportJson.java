package io.sweepnet.spark.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.sweepnet.spark.report.format.JsonNumber;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;

/** Renders a report as JSON. Numbers that are not finite are null, since JSON has no NaN. */
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
        json.addProperty("status", run.status());
        json.addProperty("task", run.data().task());
        json.addProperty("loss_name", run.setup().lossName());
        json.addProperty("execution", run.placement().execution());
        json.addProperty("kernel", run.placement().kernel());
        json.addProperty("threads", run.placement().threads());
        json.addProperty("direct_decisions", run.outcome().directDecisions());
        json.add("initial_loss", JsonNumber.of(run.outcome().initialLoss()));
        json.add("final_loss", JsonNumber.of(run.outcome().finalLoss()));
        json.add("validation_loss", JsonNumber.of(run.outcome().validationLoss()));
        json.add("test_loss", JsonNumber.of(run.outcome().testLoss()));
        json.addProperty("iterations", run.outcome().iterations());
        json.addProperty("candidate_evaluations", run.outcome().candidateEvaluations());
        json.add("wall_seconds", JsonNumber.of(run.outcome().wallSeconds()));
        json.addProperty("stop_reason", run.outcome().stopReason());
        json.addProperty("start", report.chosenStart(run));
        json.add("starts", starts(run));
        json.add("metrics", metrics(run));
        json.add("history", history(run));
        return json;
    }

    private JsonArray metrics(RunRow run) {
        JsonArray metrics = new JsonArray();
        for (MetricRow row : report.metrics(run)) {
            JsonObject metric = new JsonObject();
            metric.addProperty("split", row.split());
            metric.addProperty("metric", row.metric());
            metric.addProperty("class", row.ofClass());
            metric.add("value", JsonNumber.of(row.value()));
            metrics.add(metric);
        }
        return metrics;
    }

    private JsonArray starts(RunRow run) {
        JsonArray starts = new JsonArray();
        for (StartRow row : report.starts(run)) {
            JsonObject start = new JsonObject();
            start.addProperty("start", row.start());
            start.addProperty("seed", row.seed());
            start.add("final_loss", JsonNumber.of(row.finalLoss()));
            start.addProperty("stop_reason", row.stopReason());
            starts.add(start);
        }
        return starts;
    }

    private JsonArray history(RunRow run) {
        JsonArray history = new JsonArray();
        for (HistoryRow row : report.history(run)) {
            JsonObject iteration = new JsonObject();
            iteration.addProperty("phase", row.phase());
            iteration.addProperty("iteration", row.iteration());
            iteration.add("loss", JsonNumber.of(row.loss()));
            history.add(iteration);
        }
        return history;
    }
}
