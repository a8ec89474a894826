package io.sweepnet.spark.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.execution.ExecutionPlan;
import io.sweepnet.spark.execution.ExecutionReport;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.RunWriter;
import io.sweepnet.spark.results.StartRow;
import io.sweepnet.spark.results.Table;
import io.sweepnet.training.Starts.Start;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import io.sweepnet.training.TrainingHistory.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.SparkContext;

/**
 * Turns the trained models of a run into rows of the results tables. Predictions, a row per model and row of the table,
 * are made while they are written.
 */
final class RunTables {

    private final String runId;
    private final PreparedData data;
    private final RunRow common;
    private final List<RunRow> runs = new ArrayList<>();
    private final List<HistoryRow> history = new ArrayList<>();
    private final List<MetricRow> metrics = new ArrayList<>();
    private final List<ParameterRow> parameters = new ArrayList<>();
    private final List<StartRow> starts = new ArrayList<>();
    private final List<ModelRun> models = new ArrayList<>();

    RunTables(String runId, RunConfig config, PreparedData data, Architecture architecture, SparkContext spark) {
        this.runId = runId;
        this.data = data;
        this.common = RunRow.builder(runId)
                .dataset(config.data().path())
                .datasetSha256(data.table().sha256())
                .rows((long) data.table().rows())
                .droppedRows(data.table().droppedRows())
                .features(data.table().featureNames().size())
                .task(data.isClassification() ? "classification" : "regression")
                .classes(data.isClassification() ? data.classes() : null)
                .architecture(architecture.toString())
                .lossName(data.lossName())
                .config(config.effectiveJson())
                .seed(config.seed())
                .version(Version.text())
                .sparkVersion(spark.version())
                .javaVersion(System.getProperty("java.version"))
                .master(spark.master())
                .build();
    }

    void add(ModelRun run) {
        TrainingHistory done = run.history();
        ModelMetrics measured = new ModelMetrics(data, done.trained());
        models.add(run);
        metrics.addAll(measured.rows(runId, run.kind().label()));
        addRun(run, measured);
        addHistory(run);
        addParameters(run);
        addStarts(run);
    }

    private void addRun(ModelRun run, ModelMetrics measured) {
        TrainingHistory done = run.history();
        Optional<ExecutionReport> execution = run.execution();
        runs.add(common.toBuilder()
                .model(run.kind().label())
                .startedAt(run.startedAt())
                .finishedAt(run.finishedAt())
                .status(done.status().label())
                .execution(execution
                        .map(ExecutionReport::execution)
                        .orElse(data.rows().execution()))
                .kernel(execution
                        .map(ExecutionReport::kernel)
                        .map(Kernel::label)
                        .orElse(null))
                .channel(execution.flatMap(ExecutionReport::channel).orElse(null))
                .executors(execution.map(ExecutionReport::executors).orElse(null))
                .partitions(execution.map(ExecutionReport::partitions).orElse(null))
                .threads(execution.map(ExecutionReport::threads).orElse(null))
                .parameters(done.trained().count())
                .candidateEvaluations(done.candidateEvaluations())
                .nonfiniteEvaluations(execution.isPresent() ? done.nonFiniteEvaluations() : null)
                .directDecisions(execution.isPresent() ? done.directDecisions() : null)
                .initialLoss(done.initialLoss())
                .finalLoss(done.finalLoss())
                .validationLoss(measured.loss(PreparedData.VALIDATION))
                .testLoss(measured.loss(PreparedData.TEST))
                .iterations(done.iterations().size())
                .stopReason(done.stopReason())
                .wallSeconds(done.wallSeconds())
                .details(details(run))
                .build());
    }

    private static JsonObject plan(ExecutionPlan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("execution", plan.execution());
        json.addProperty("reason", plan.reason());
        JsonArray measured = new JsonArray();
        for (ExecutionPlan.Measured one : plan.measured()) {
            JsonObject of = new JsonObject();
            of.addProperty("execution", one.execution());
            of.addProperty("set_up_seconds", one.setUpSeconds());
            of.addProperty("step_seconds", one.stepSeconds());
            of.addProperty("expected_seconds", one.expectedSeconds());
            measured.add(of);
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
        writer.write(Table.HISTORY, history);
        writer.write(Table.METRICS, metrics);
        writer.write(Table.PARAMETERS, parameters);
        data.rows().write(Predictions.of(runId, data, models), writer);
        writer.write(Table.STARTS, starts);
        writer.write(Table.RUNS, runs);
    }
}
