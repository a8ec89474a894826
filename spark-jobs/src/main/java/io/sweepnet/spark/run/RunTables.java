package io.sweepnet.spark.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.sweepnet.metric.TargetSummary;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.execution.ExecutionPlan;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.spark.results.StartRow;
import io.sweepnet.training.Starts.Start;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/**
 * Converts the trained models of a run to rows of the result tables. Predictions, one row per model and row of the
 * table, are created while they are written.
 */
final class RunTables {

    private final String runId;
    private final PreparedData data;
    private final Map<String, TargetSummary> targets = new LinkedHashMap<>();
    private final Set<String> noted = new HashSet<>();
    private final RunRow.Data facts;
    private final RunRow.Setup setup;
    private final RunRow.Environment environment;
    private final List<RunRow> runs = new ArrayList<>();
    private final List<HistoryRow> history = new ArrayList<>();
    private final List<MetricRow> metrics = new ArrayList<>();
    private final List<ParameterRow> parameters = new ArrayList<>();
    private final List<StartRow> starts = new ArrayList<>();
    private final List<ModelRun> models = new ArrayList<>();

    RunTables(String runId, RunConfig config, PreparedData data, Architecture architecture, SparkContext spark) {
        this.runId = runId;
        this.data = data;
        this.facts = new RunRow.Data(
                config.data().files().path(),
                data.table().sha256(),
                (long) data.table().rows(),
                data.table().droppedRows(),
                data.table().featureNames().size(),
                data.isClassification() ? "classification" : "regression",
                data.isClassification() ? data.classes() : null);
        this.setup = new RunRow.Setup(architecture.toString(), data.lossName(), config.effectiveJson(), config.seed());
        this.environment = new RunRow.Environment(
                Version.text(),
                RunRow.SCHEMA_VERSION,
                spark.version(),
                System.getProperty("java.version"),
                spark.master());
    }

    /** @param notes receives a note on each metric without a value, once for all models */
    void add(ModelRun run, Consumer<String> notes) {
        if (targets.isEmpty()) {
            targets.putAll(ModelMetrics.targets(data));
        }
        ModelMetrics measured = new ModelMetrics(data, targets, run.history().trained());
        measured.notes().stream().filter(noted::add).forEach(notes);
        models.add(run);
        metrics.addAll(measured.rows(runId, run.kind().label()));
        addRun(run, measured);
        addHistory(run);
        addParameters(run);
        addStarts(run);
    }

    private void addRun(ModelRun run, ModelMetrics measured) {
        runs.add(new RunRow(
                runId,
                run.kind().label(),
                run.startedAt(),
                run.finishedAt(),
                RunRow.checkStatus(run.history().status().label()),
                facts,
                setup,
                environment,
                placement(run),
                outcome(run, measured),
                details(run)));
    }

    private RunRow.Placement placement(ModelRun run) {
        Optional<ExecutionReport> execution = run.execution();
        return new RunRow.Placement(
                execution.map(ExecutionReport::execution).orElse(data.rows().execution()),
                execution.map(ExecutionReport::kernel).map(Kernel::label).orElse(null),
                execution.flatMap(ExecutionReport::channel).orElse(null),
                execution.map(ExecutionReport::executors).orElse(null),
                execution.map(ExecutionReport::partitions).orElse(null),
                execution.map(ExecutionReport::threads).orElse(null));
    }

    private static RunRow.Outcome outcome(ModelRun run, ModelMetrics measured) {
        TrainingHistory done = run.history();
        boolean hasSearched = run.execution().isPresent();
        return new RunRow.Outcome(
                done.trained().count(),
                done.candidateEvaluations(),
                hasSearched ? done.nonFiniteEvaluations() : null,
                hasSearched ? done.directDecisions() : null,
                done.initialLoss(),
                done.finalLoss(),
                measured.loss(PreparedData.VALIDATION),
                measured.loss(PreparedData.TEST),
                done.iterations().size(),
                done.stopReason(),
                done.wallSeconds());
    }

    private static JsonObject plan(ExecutionPlan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("execution", plan.execution());
        json.addProperty("reason", plan.reason());
        JsonArray measured = new JsonArray();
        for (ExecutionPlan.Measured execution : plan.measured()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("execution", execution.execution());
            entry.addProperty("set_up_seconds", execution.setUpSeconds());
            entry.addProperty("step_seconds", execution.stepSeconds());
            entry.addProperty("expected_seconds", execution.expectedSeconds());
            measured.add(entry);
        }
        json.add("measured", measured);
        return json;
    }

    private static String details(ModelRun run) {
        JsonObject details = new JsonObject();
        if (run.sharesSearch()) {
            details.addProperty("search_phase", "made once, with the search model");
        }
        run.execution().flatMap(ExecutionReport::plan).ifPresent(plan -> details.add("plan", plan(plan)));
        return details.isEmpty() ? null : details.toString();
    }

    private void addHistory(ModelRun run) {
        for (Iteration iteration : run.history().iterations()) {
            history.add(new HistoryRow(
                    runId,
                    run.kind().label(),
                    run.chosen(),
                    iteration.phase().label(),
                    iteration.number(),
                    iteration.loss(),
                    boxed(iteration.validationLoss()),
                    iteration.elapsedSeconds(),
                    iteration.candidateEvaluations(),
                    iteration.phase() == Phase.SEARCH ? iteration.accepted() : null,
                    boxed(iteration.learningRate())));
        }
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private void addParameters(ModelRun run) {
        Architecture architecture = run.history().trained().architecture();
        for (int i = 0; i < architecture.parameterCount(); i++) {
            ParameterIndex index = architecture.parameterIndex(i);
            parameters.add(new ParameterRow(
                    runId,
                    run.kind().label(),
                    index.layer(),
                    index.kind().label(),
                    index.unit(),
                    index.isWeight() ? index.input() : null,
                    run.history().initial().get(i),
                    run.history().trained().get(i)));
        }
    }

    private void addStarts(ModelRun run) {
        for (Start start : run.starts()) {
            starts.add(new StartRow(
                    runId,
                    run.kind().label(),
                    start.number(),
                    start.seed(),
                    start.initialLoss(),
                    start.finalLoss(),
                    start.iterations(),
                    start.stopReason(),
                    start.wallSeconds(),
                    start.number() == run.chosen()));
        }
    }

    void writeTo(RunWriter writer) {
        writer.write(ResultTable.HISTORY, history);
        writer.write(ResultTable.METRICS, metrics);
        writer.write(ResultTable.PARAMETERS, parameters);
        data.rows().write(Predictions.of(runId, data, models), writer);
        writer.write(ResultTable.STARTS, starts);
        writer.write(ResultTable.RUNS, runs);
    }
}
