package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.cli.progress.TextDiagnostics;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;
import io.sweepnet.spark.run.Cancellation;
import io.sweepnet.spark.run.RunSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are asked to end early, at a given question whether they should. */
class CancelledRunTest {

    private static final int PARAMETERS = 84;

    @TempDir
    private Path folder;

    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "candidates", "rows"})
    void theModelInTrainingIsKeptAndThoseNotBegunAreNotTrained(String execution) {
        CommandRun run = run(2 * PARAMETERS + 5, Optional.empty(), Map.of("search.execution", execution));

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.out()).contains("search", "cancelled", "results: ").doesNotContain("hybrid");
        assertThat(run.err())
                .isEqualTo("sweepnet: cancelled; the results hold what was reached; not trained: gradient, hybrid\n");
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            assertThat(row.model()).isEqualTo("search");
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().stopReason()).isEqualTo("cancelled");
            assertThat(row.outcome().candidateEvaluations()).isEqualTo((2 * PARAMETERS + 5) * 101L);
            List<HistoryRow> history = results.read(ResultTable.HISTORY);
            assertThat(history).hasSize(2);
            assertThat(row.outcome().finalLoss()).isLessThan(history.get(1).loss());
            assertThat(results.read(ResultTable.STARTS))
                    .extracting(StartRow::stopReason)
                    .containsExactly("cancelled");
            assertThat(results.read(ResultTable.PARAMETERS)).hasSize(PARAMETERS);
            assertThat(results.read(ResultTable.PREDICTIONS)).hasSize(442);
            assertThat(results.read(ResultTable.METRICS)).isNotEmpty();
        }
        assertThat(folder.resolve("results/.staging")).doesNotExist();
    }

    /** Of starts on executors only those count that have ended. */
    @Test
    void whereNothingWasReachedThatIsSaid() {
        CommandRun run = run(
                0,
                Optional.empty(),
                Map.of("models", "search", "search.execution", "restarts", "search.restarts", "4"));

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err())
                .isEqualTo(
                        "sweepnet: cancelled; nothing was reached yet, and the results hold the initial parameters\n");
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().finalLoss()).isEqualTo(row.outcome().initialLoss());
        }
    }

    @Test
    void aModelThatWasTrainedBeforeStaysDone() {
        CommandRun run = run(3, Optional.empty(), Map.of("models", "gradient,search,hybrid", "gradient.epochs", "0"));

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err()).endsWith("; not trained: hybrid\n");
        try (ResultsFolder results = results()) {
            assertThat(results.read(ResultTable.RUNS))
                    .extracting(RunRow::status)
                    .containsExactly("done", "cancelled");
        }
    }

    @Test
    void aHybridThatIsCancelledInItsSearchIsNotRefined() {
        CommandRun run = run(PARAMETERS + 7, Optional.empty(), Map.of("models", "hybrid"));

        assertThat(run.code()).isEqualTo(130);
        assertThat(run.err()).isEqualTo("sweepnet: cancelled; the results hold what was reached\n");
        try (ResultsFolder results = results()) {
            assertThat(only(results.read(ResultTable.RUNS)).status()).isEqualTo("cancelled");
            assertThat(results.read(ResultTable.HISTORY))
                    .extracting(HistoryRow::phase)
                    .containsExactly("search");
        }
    }

    /** At a rate at which the loss leaps up and down. */
    @Test
    void adamIsSavedAtItsLowestLoss() {
        Path model = folder.resolve("model.json");

        CommandRun run =
                run(5, Optional.of(model), Map.of("models", "gradient", "gradient.learning-rate", "1", "seed", "3"));

        assertThat(run.code()).isEqualTo(130);
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            List<HistoryRow> history = results.read(ResultTable.HISTORY);
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(history).hasSize(5);
            assertThat(row.outcome().finalLoss())
                    .as("found before the fourth epoch")
                    .isEqualTo(history.get(3).loss())
                    .isLessThan(history.get(4).loss());
            assertThat(ModelFile.read(model, layers -> List.of())
                            .network()
                            .parameters()
                            .toArray())
                    .containsExactly(results.read(ResultTable.PARAMETERS).stream()
                            .mapToDouble(ParameterRow::finalValue)
                            .toArray());
        }
    }

    @Test
    void aRunThatIsCancelledBeforeItsFirstStepHoldsItsStart() {
        CommandRun run = run(0, Optional.empty(), Map.of());

        assertThat(run.code()).isEqualTo(130);
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().finalLoss()).isEqualTo(row.outcome().initialLoss());
        }
    }

    /** The first step, which takes seconds, is given up in the middle and does not count. */
    @Test
    void aStepOnSparkCanBeAbandoned() {
        AtomicBoolean requested = new AtomicBoolean();
        Cancellation cancellation = new Cancellation() {
            @Override
            public boolean isRequested() {
                return requested.get();
            }

            @Override
            public void trainingBegins(Runnable abandonStep) {
                SparkContext spark = SparkSession.active().sparkContext();
                new Thread(() -> {
                            while (spark.statusTracker().getActiveJobIds().length == 0) {
                                Thread.onSpinWait();
                            }
                            requested.set(true);
                            abandonStep.run();
                        })
                        .start();
            }
        };

        CommandRun run = run(
                cancellation,
                Optional.empty(),
                Map.of(
                        "search.execution", "candidates",
                        "search.weights.size", "500000",
                        "search.biases.size", "500000"));

        assertThat(run.code()).isEqualTo(130);
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().candidateEvaluations()).isZero();
        }
    }

    /** The third start is cut short, and counts with what it reached. */
    @Test
    void ofSeveralStartsTheBestSoFarIsKept() {
        CommandRun run = run(
                2 * (2 * PARAMETERS) + 5,
                Optional.empty(),
                Map.of("models", "hybrid", "search.restarts", "8", "search.sweeps", "2"));

        assertThat(run.code()).isEqualTo(130);
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            List<StartRow> starts = results.read(ResultTable.STARTS);
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().stopReason()).isEqualTo("cancelled");
            assertThat(starts)
                    .extracting(StartRow::stopReason)
                    .containsExactly("sweep-limit", "sweep-limit", "cancelled");
            assertThat(row.outcome().finalLoss())
                    .isEqualTo(starts.stream()
                            .mapToDouble(StartRow::finalLoss)
                            .min()
                            .orElseThrow());
            assertThat(results.read(ResultTable.HISTORY))
                    .as("the best is not refined")
                    .extracting(HistoryRow::phase)
                    .containsExactly("search", "search");
        }
    }

    @Test
    void startsOnExecutorsThatHaveNotEndedLeaveTheInitialParameters() {
        CommandRun run =
                run(0, Optional.empty(), Map.of("search.execution", "restarts", "search.restarts", "8", "seed", "5"));

        assertThat(run.code()).isEqualTo(130);
        try (ResultsFolder results = results()) {
            RunRow row = only(results.read(ResultTable.RUNS));
            assertThat(row.status()).isEqualTo("cancelled");
            assertThat(row.outcome().finalLoss()).isEqualTo(row.outcome().initialLoss());
            assertThat(only(results.read(ResultTable.STARTS)).seed()).isEqualTo(5);
        }
    }

    @Test
    void theReportTellsTheStatus() {
        run(2, Optional.empty(), Map.of());

        CommandRun report =
                CommandRun.of("report", "--results", folder.resolve("results").toString(), "--json");

        JsonObject run = report.runs().get(0).getAsJsonObject();
        assertThat(run.get("status").getAsString()).isEqualTo("cancelled");
        assertThat(run.get("stop_reason").getAsString()).isEqualTo("cancelled");
        assertThat(run.get("final_loss").getAsDouble()).isFinite();
    }

    /** A comparison that says yes, and stays at it, when it has been asked so often. */
    private CommandRun run(int asked, Optional<Path> save, Map<String, String> more) {
        return run(new AfterQuestions(new AtomicInteger(asked)), save, more);
    }

    private CommandRun run(Cancellation cancellation, Optional<Path> save, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "results", folder.resolve("results").toString(), "search.execution", "driver", "search.sweeps", "9"));
        settings.putAll(more);
        RunConfig config = RunConfig.load(Optional.of(Path.of("../conf/compare.conf")), settings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new TextDiagnostics(new PrintStream(err, true, StandardCharsets.UTF_8), false),
                cancellation);
        int code = new RunLauncher(console)
                .launch(new RunSettings(config, Optional.empty(), save), Optional.of("local[2]"));
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record AfterQuestions(AtomicInteger left) implements Cancellation {

        @Override
        public boolean isRequested() {
            return left.getAndUpdate(n -> Math.max(0, n - 1)) == 0;
        }
    }

    private ResultsFolder results() {
        return new ResultsFolder(folder.resolve("results").toString(), new Configuration());
    }

    private static <T> T only(List<T> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
