package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.ModelKind;
import io.sweepnet.spark.config.RunConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.rows.RandomTables;
import io.sweepnet.training.TrainingHistory;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run over rows that stay on executors leaves the tables of one whose rows are in the driver. */
@Timeout(300)
class RowsRunTest {

    /** What tells when a run was, and where. */
    private static final Set<String> OF_PLACE = Set.of(
            "runId",
            "startedAt",
            "finishedAt",
            "wallSeconds",
            "elapsedSeconds",
            "config",
            "execution",
            "channel",
            "executors",
            "partitions",
            "threads");

    @TempDir
    private Path folder;

    private final SparkSession spark = LocalSpark.session();

    private LocalRun run(String execution, Path table, String... more) {
        return LocalRun.of(spark, folder, settings(execution, table, more));
    }

    private static String[] settings(String execution, Path table, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "data.path=" + table,
                "search.execution=" + execution,
                "network.hidden=3",
                "search.sweeps=2",
                "search.weights.size=9",
                "search.biases.size=9",
                "gradient.epochs=3"));
        settings.addAll(List.of(more));
        return settings.toArray(String[]::new);
    }

    private static List<Map<String, Object>> comparable(List<? extends Record> rows) {
        return rows.stream().map(RowsRunTest::comparable).toList();
    }

    private static Map<String, Object> comparable(Record row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (!OF_PLACE.contains(component.getName())) {
                try {
                    Object value = component.getAccessor().invoke(row);
                    if (value instanceof Record part) {
                        values.putAll(comparable(part));
                    } else {
                        values.put(component.getName(), value);
                    }
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return values;
    }

    /** Predictions of each model in reading order, which files of shards do not keep. */
    private static List<Map<String, Object>> sorted(LocalRun run) {
        List<String> models = run.runs().stream().map(row -> row.model()).toList();
        return comparable(run.predictions().stream()
                .sorted(Comparator.comparing((PredictionRow row) -> models.indexOf(row.model()))
                        .thenComparing(PredictionRow::row))
                .toList());
    }

    private static void assertSame(LocalRun rows, LocalRun driver) {
        assertThat(rows.runs()).extracting(row -> row.placement().execution()).containsOnly("rows");
        assertThat(comparable(rows.runs())).isEqualTo(comparable(driver.runs()));
        assertThat(comparable(rows.history())).isEqualTo(comparable(driver.history()));
        assertThat(comparable(rows.metrics())).isEqualTo(comparable(driver.metrics()));
        assertThat(comparable(rows.parameters())).isEqualTo(comparable(driver.parameters()));
        assertThat(comparable(rows.starts())).isEqualTo(comparable(driver.starts()));
        assertThat(sorted(rows)).isEqualTo(sorted(driver)).isNotEmpty();
        assertThat(rows.notes()).isEqualTo(driver.notes());
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {300, 2_048, 5_000})
    void classesWithIdsOfCsvFiles(int rows) {
        Path table = new RandomTables(rows, 4, 0, rows).csv(folder, 3);
        String[] settings = {"data.target=kind", "data.id=id", "data.features=x0,x1,x3", "data.test=0.3"};

        LocalRun onExecutors = run("rows", table, settings);

        assertSame(onExecutors, run("driver", table, settings));
        assertThat(onExecutors.predictions()).hasSize(3 * rows).anyMatch(row -> row.id() != null);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {300, 2_048, 5_000})
    void weightedNumbersWithValidation(int rows) {
        Path table = new RandomTables(rows, 4, 0.05, rows).parquet(folder, 2);
        String[] settings = {
            "data.target=number",
            "data.weight=weight",
            "data.missing=drop",
            "data.validation=0.45",
            "data.test=0.1",
            "data.target-scaling=standard"
        };

        LocalRun onExecutors = run("rows", table, settings);

        assertSame(onExecutors, run("driver", table, settings));
        assertThat(onExecutors.runs().get(0).data().droppedRows()).isPositive();
    }

    @Test
    void labelledLinesAndALossThatCounts() {
        Path table = new RandomTables(2_500, 4, 0, 3).libSvm(folder, 4, true);
        String[] settings = {
            "data.task=classification", "loss=zero-one", "models=search", "search.restarts=2", "search.sample=0.4"
        };

        LocalRun onExecutors = run("rows", table, settings);

        LocalRun driver = run("driver", table, settings);
        assertSame(onExecutors, driver);
        assertThat(onExecutors.model().orElseThrow().network())
                .isEqualTo(driver.model().orElseThrow().network());
        assertThat(onExecutors.model().orElseThrow().inputs())
                .isEqualTo(driver.model().orElseThrow().inputs());
        assertThat(onExecutors.model().orElseThrow().target())
                .isEqualTo(driver.model().orElseThrow().target());
    }

    @Test
    void gradientsAlone() {
        Path table = new RandomTables(2_500, 4, 0, 4).csv(folder, 2);
        String[] settings = {"data.target=number", "models=gradient", "data.target-scaling=standard"};

        assertSame(run("rows", table, settings), run("driver", table, settings));
    }

    /** The model keeps its scalings and its order of features, though the other table has other rows. */
    @Test
    void aModelFileToStartFrom() {
        String[] learnt = {"data.target=number", "data.target-scaling=standard", "models=search", "data.features=x2,x0"
        };
        LocalRun first = run("driver", new RandomTables(300, 4, 0, 7).csv(folder, 3), learnt);
        Path model = first.results().resolveSibling("model.json");
        Path table = new RandomTables(2_500, 4, 0, 8).csv(folder, 2);
        String[] settings = {"data.target=number", "models=hybrid"};

        LocalRun onExecutors = LocalRun.from(model, spark, folder, settings("rows", table, settings));

        LocalRun driver = LocalRun.from(model, spark, folder, settings("driver", table, settings));
        assertSame(onExecutors, driver);
        assertThat(onExecutors.model().orElseThrow().inputs())
                .isEqualTo(first.model().orElseThrow().inputs())
                .isEqualTo(driver.model().orElseThrow().inputs());
        assertThat(onExecutors.model().orElseThrow().network())
                .isEqualTo(driver.model().orElseThrow().network());
    }

    /** Ctrl-C gives up a step that does not end; what executors do for the results is none. */
    @Test
    void abandoningAStepDoesNotTouchTheResults() {
        Path table = new RandomTables(2_500, 4, 0, 9).csv(folder, 2);
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String setting : settings("rows", table, "data.target=number", "models=search")) {
            String[] parts = setting.split("=", 2);
            overrides.put(parts[0], parts[1]);
        }
        overrides.put("results", folder.resolve("results").toString());
        RunConfig config = RunConfig.load(Optional.empty(), overrides);
        List<Thread> abandoning = new ArrayList<>();
        AtomicReference<Runnable> abandon = new AtomicReference<>();
        Cancellation cancellation = new Cancellation() {
            @Override
            public boolean isRequested() {
                return false;
            }

            @Override
            public void trainingBegins(Runnable abandonStep) {
                abandon.set(abandonStep);
            }
        };
        Progress progress = new Progress() {
            @Override
            public void trained(ModelKind model, TrainingHistory history) {
                Thread again = new Thread(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        abandon.get().run();
                    }
                });
                again.start();
                abandoning.add(again);
            }
        };

        String runId;
        try {
            runId = new Run(new RunSettings(config, Optional.empty(), Optional.empty()))
                    .execute(spark, progress, cancellation);
        } finally {
            abandoning.forEach(Thread::interrupt);
        }

        assertThat(abandoning).hasSize(1);
        assertThat(folder.resolve("results/runs/" + runId + ".parquet")).exists();
    }

    /** 5,000 rows, of which 3,500 are 3 shards, 1,000 and 500 one each. */
    @Test
    void predictionsAreAFileForEachShardAndNothingElseIsLeft() throws IOException {
        Path table = new RandomTables(5_000, 3, 0, 5).csv(folder, 2);

        LocalRun run =
                run("rows", table, "data.target=number", "models=search", "data.validation=0.2", "data.test=0.1");

        String runId = run.row().runId();
        assertThat(names(run.results()))
                .containsExactlyInAnyOrder("runs", "history", "metrics", "parameters", "predictions", "starts");
        assertThat(names(run.results().resolve("predictions")))
                .containsExactlyInAnyOrder(
                        runId + "-0001.parquet",
                        runId + "-0002.parquet",
                        runId + "-0003.parquet",
                        runId + "-0004.parquet",
                        runId + "-0005.parquet");
        assertThat(spark.read()
                        .parquet(run.results().resolve("predictions").toString())
                        .count())
                .isEqualTo(5_000);
        assertThat(spark.sparkContext().getPersistentRDDs().size()).isZero();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A target of numbers cannot be learned as classes: told once the table is split, before anything is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            loss=zero-one | loss = zero-one: target 'number' holds numbers
            search.candidates=exact | search.execution = rows, search.candidates = exact: a continuous range is not searched
            search.kernel=direct | search.execution = rows, search.kernel = direct: kernel 'direct' is the reference
            network.activations=step | model hybrid: activation 'step'
            """)
    void aRunThatFailsLeavesNothing(String setting, String message) {
        Path table = new RandomTables(300, 3, 0, 6).csv(folder, 2);
        Path results = folder.resolve("results");

        assertThatThrownBy(() -> run(
                        "rows", table, "data.target=number", "models=[search, hybrid]", "results=" + results, setting))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);

        assertThat(results).doesNotExist();
        assertThat(spark.sparkContext().getPersistentRDDs().size()).isZero();
    }
}
