package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.data.Offset.offset;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.sweepnet.golden.GoldenRun;
import io.sweepnet.model.ModelFile;
import io.sweepnet.model.SavedModel;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs of the commands, from the table to the report. */
class RunTest {

    private static final String ORIGINAL = "../conf/original.conf";

    /** Of a sweep of its search. */
    private static final long STEPS = 84;

    @TempDir
    private Path folder;

    /** Commands start Spark themselves, on the master they are told. */
    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    @Test
    void compareTrainsThreeModelsAndWritesEveryTable() throws IOException {
        CommandRun run = CommandRun.of(
                "compare",
                "--config",
                "../conf/compare.conf",
                "--results",
                results(),
                "--master",
                "local[2]",
                "-D",
                "search.sweeps=2");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).as("nobody's noise").isEmpty();
        assertThat(run.out()).contains("search", "gradient", "hybrid", "candidates", "held-out loss", "results: ");
        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            List<RunRow> runs = folder.read(Table.RUNS);
            assertThat(runs).extracting(RunRow::model).containsExactly("search", "gradient", "hybrid");
            assertThat(runs).extracting(RunRow::status).containsOnly("done");
            assertThat(runs).extracting(RunRow::execution).containsExactly("candidates", "driver", "candidates");
            assertThat(runs).extracting(RunRow::candidateEvaluations).containsExactly(84 * 101 * 2L, 0L, 84 * 101 * 2L);
            assertThat(runs).extracting(RunRow::iterations).containsExactly(2, 30, 32);
            assertThat(runs)
                    .extracting(RunRow::initialLoss)
                    .as("a shared start")
                    .hasSize(3)
                    .containsOnly(runs.get(0).initialLoss());
            assertThat(folder.read(Table.HISTORY)).hasSize(2 + 30 + 32);
            assertThat(folder.read(Table.PARAMETERS)).hasSize(3 * 84);
            assertThat(folder.read(Table.PREDICTIONS)).hasSize(3 * 442);
            assertThat(folder.read(Table.METRICS)).hasSize(3 * 2 * 4);
            assertThat(folder.read(Table.STARTS)).hasSize(3);
            List<PredictionRow> predictions = folder.read(Table.PREDICTIONS).subList(0, 442);
            assertThat(predictions)
                    .extracting(PredictionRow::row)
                    .as("reading order")
                    .isSorted();
            assertThat(predictions.get(0).target()).isEqualTo(151);
        }
        try (Stream<Path> left = Files.list(folder.resolve("results"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("runs", "history", "metrics", "parameters", "predictions", "starts");
        }
    }

    /** The golden runs by hand: the configuration file alone, and a model file of layers alone. */
    @ParameterizedTest
    @CsvSource({"gradient, 0", "gradient, 1", "gradient, 2", "search, 2", "hybrid, 1"})
    void originalConfFollowsTheGoldenRuns(String kind, int number) throws IOException {
        GoldenRun golden = GoldenRun.of(number);
        Parameters initial = golden.parameters(kind, "initial");
        Path layers = folder.resolve("initial.json");
        Files.writeString(layers, layersOf(initial));

        CommandRun run = CommandRun.of(
                "train",
                kind,
                "--config",
                ORIGINAL,
                "--initial",
                layers.toString(),
                "--execution",
                "driver",
                "--results",
                results());

        assertThat(run.code()).as(run.err()).isZero();
        JsonObject model = report().get(0).getAsJsonObject();
        double[] losses = StreamSupport.stream(model.getAsJsonArray("history").spliterator(), false)
                .mapToDouble(row -> row.getAsJsonObject().get("loss").getAsDouble())
                .toArray();
        double[] sweeps = kind.equals("gradient") ? new double[0] : golden.losses(kind, "sweep_losses");
        double[] epochs = kind.equals("search") ? new double[0] : golden.losses(kind, "epoch_losses");
        double[] expected = DoubleStream.concat(Arrays.stream(sweeps), Arrays.stream(epochs))
                .toArray();
        GoldenRun.assertLosses(losses, expected, GoldenRun.RELATIVE);
        assertThat(model.get("test_loss").isJsonNull()).as("no held-out part").isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "candidates, local[1], auto, piecewise",
        "rows, local[3], auto, piecewise",
        "restarts, local[2], auto, piecewise",
        "auto, local[2], auto, piecewise",
        "candidates, local[3], direct, direct",
        "driver, local[2], auto, piecewise",
        "driver, local[2], direct, direct",
        "driver, local[2], incremental, incremental",
        "driver, local[2], piecewise, piecewise"
    })
    void whereAndHowASearchRunsDoesNotChangeABit(String execution, String master, String kernel, String used)
            throws IOException {
        Path model = folder.resolve("model.json");

        CommandRun run = CommandRun.of(
                "train",
                "search",
                "--config",
                ORIGINAL,
                "--execution",
                execution,
                "--master",
                master,
                "--results",
                results(),
                "--save",
                model.toString(),
                "-D",
                "search.sweeps=1",
                "-D",
                "search.kernel=" + kernel);

        assertThat(run.code()).as(run.err()).isZero();
        SavedModel saved = ModelFile.read(model, layers -> List.of());
        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            RunRow row = folder.read(Table.RUNS).get(0);
            boolean isAuto = execution.equals("auto");
            assertThat(row.execution()).isEqualTo(isAuto ? "driver" : execution);
            assertThat(String.valueOf(row.details()).contains("\"plan\""))
                    .as("what was measured, in %s", row.details())
                    .isEqualTo(isAuto);
            assertThat(row.master()).isEqualTo(master);
            assertThat(row.kernel()).isEqualTo(used);
            switch (used) {
                case "direct" -> assertThat(row.directDecisions()).isEqualTo(STEPS);
                case "incremental" -> assertThat(row.directDecisions()).isZero();
                default -> assertThat(row.directDecisions()).isBetween(0L, STEPS - 1);
            }
            SearchModel direct = new SearchModel(GoldenRun.settings(DirectEvaluator::new));
            assertThat(row.finalLoss())
                    .isEqualTo(direct.search(GoldenRun.data(), 1).finalLoss());
            assertThat(saved.network().parameters().toArray())
                    .as("the bits of the direct kernel in this thread")
                    .containsExactly(direct.network().parameters().toArray());
            assertThat(folder.read(Table.PARAMETERS).stream().mapToDouble(ParameterRow::finalValue))
                    .as("table and model file hold the same bits")
                    .containsExactly(boxed(saved.network().parameters().toArray()));
        }
    }

    @Test
    void aSavedModelGoesOnWhereItEnded() throws IOException {
        Path model = folder.resolve("model.json");
        String[] train = {
            "train",
            "search",
            "--config",
            "../conf/compare.conf",
            "--execution",
            "driver",
            "--results",
            results(),
            "-D",
            "search.sweeps=1"
        };

        CommandRun first = CommandRun.of(with(train, "--save", model.toString()));
        CommandRun second = CommandRun.of(with(train, "--initial", model.toString()));

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        JsonArray runs = report();
        assertThat(runs.get(1).getAsJsonObject().get("initial_loss"))
                .isEqualTo(runs.get(0).getAsJsonObject().get("final_loss"));
    }

    @Test
    void theSameSeedGivesTheSameTables() throws IOException {
        String[] compare = {
            "compare",
            "--config",
            "../conf/compare.conf",
            "--execution",
            "driver",
            "--results",
            results(),
            "-D",
            "search.sweeps=1",
            "-D",
            "gradient.batch=50"
        };
        assertThat(CommandRun.of(compare).code()).isZero();
        assertThat(CommandRun.of(compare).code()).isZero();
        assertThat(CommandRun.of(with(compare, "--seed", "7")).code()).isZero();

        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            List<String> ids = folder.read(Table.RUNS).stream()
                    .sorted(Comparator.comparing(RunRow::startedAt))
                    .map(RunRow::runId)
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(3);
            List<Double> first = finals(folder, ids.get(0));
            assertThat(finals(folder, ids.get(1))).isEqualTo(first);
            assertThat(finals(folder, ids.get(2))).isNotEqualTo(first);
        }
    }

    @Test
    void scaledTargetsGiveLossesInTheirOwnUnits() throws IOException {
        CommandRun run = CommandRun.of(
                "train",
                "gradient",
                "--config",
                ORIGINAL,
                "--results",
                results(),
                "-D",
                "data.target-scaling=standard",
                "-D",
                "gradient.epochs=300");

        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            List<PredictionRow> rows = folder.read(Table.PREDICTIONS);
            double squares = rows.stream()
                    .mapToDouble(row -> Math.pow(row.prediction() - row.target(), 2))
                    .sum();
            assertThat(folder.read(Table.RUNS).get(0).finalLoss())
                    .isCloseTo(squares / rows.size(), withinPercentage(1e-9));
        }
    }

    @Test
    void classesComeBackAsTheyWentIn() throws IOException {
        StringBuilder csv = new StringBuilder("x,z,kind\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 20)
                    .append(',')
                    .append(i * i % 7)
                    .append(',')
                    .append(i % 20 < 10 ? "low" : "high")
                    .append('\n');
        }
        Path table = Files.writeString(folder.resolve("kinds.csv"), csv);

        CommandRun run = CommandRun.of(
                "compare",
                "--data",
                table.toString(),
                "--target",
                "kind",
                "--results",
                results(),
                "--execution",
                "driver",
                "-D",
                "search.sweeps=3",
                "-D",
                "gradient.epochs=100");

        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            assertThat(folder.read(Table.RUNS).get(0).classes()).containsExactly("high", "low");
            assertThat(folder.read(Table.METRICS).stream()
                            .filter(row -> row.metric().equals("accuracy"))
                            .filter(row -> row.split().equals("train")))
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row.value()).isGreaterThan(0.9));
            assertThat(folder.read(Table.PREDICTIONS)).allSatisfy(row -> {
                assertThat(row.targetLabel()).isEqualTo(row.row() % 20 < 10 ? "low" : "high");
                int likeliest = row.scores().get(0) >= row.scores().get(1) ? 0 : 1;
                assertThat(row.predictedLabel())
                        .isEqualTo(List.of("high", "low").get(likeliest));
                assertThat(row.prediction()).isEqualTo(likeliest);
                assertThat(row.scores().stream()
                                .mapToDouble(Double::doubleValue)
                                .sum())
                        .isCloseTo(1, offset(1e-12));
            });
        }
    }

    @Test
    void aRateThatIsTooHighEndsAsDiverged() throws IOException {
        CommandRun run = CommandRun.of(
                "compare",
                "--config",
                ORIGINAL,
                "--results",
                results(),
                "--models",
                "gradient,search",
                "-D",
                "gradient.learning-rate=1e200",
                "-D",
                "search.sweeps=1",
                "--execution",
                "driver");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("diverged");
        assertThat(run.err()).startsWith("sweepnet: diverged, ").contains("gradient");
        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            assertThat(folder.read(Table.RUNS)).extracting(RunRow::status).containsExactly("diverged", "done");
            assertThat(folder.read(Table.RUNS))
                    .allSatisfy(row -> assertThat(row.finalLoss()).isFinite());
        }
    }

    @Test
    void reportTellsOneRunOrAll() {
        String[] train = {"train", "gradient", "--config", ORIGINAL, "--results", results()};
        assertThat(CommandRun.of(train).code()).isZero();
        assertThat(CommandRun.of(with(train, "--seed", "3")).code()).isZero();

        CommandRun all = CommandRun.of("report", "--results", results());
        CommandRun latest = CommandRun.of("report", "--results", results(), "--run", "latest");

        assertThat(all.code()).isZero();
        assertThat(all.out().lines().filter(line -> line.startsWith("run "))).hasSize(2);
        assertThat(latest.out().lines().filter(line -> line.startsWith("run "))).hasSize(1);
        assertThat(all.out()).endsWith(latest.out());
    }

    private String results() {
        return folder.resolve("results").toString();
    }

    private JsonArray report() {
        CommandRun report = CommandRun.of("report", "--results", results(), "--json");
        assertThat(report.code()).as(report.err()).isZero();
        return report.runs();
    }

    private static List<Double> finals(ResultsFolder folder, String runId) {
        return folder.read(Table.PARAMETERS, runId).stream()
                .map(ParameterRow::finalValue)
                .toList();
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }

    private static Double[] boxed(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }

    private static String layersOf(Parameters parameters) {
        StringBuilder json = new StringBuilder("{\"layers\": [");
        for (int layer = 0; layer < parameters.architecture().layerCount(); layer++) {
            json.append(layer == 0 ? "" : ", ")
                    .append("{\"weight\": ")
                    .append(Arrays.deepToString(parameters.weights(layer)))
                    .append(", \"bias\": ")
                    .append(Arrays.toString(parameters.biases(layer)))
                    .append("}");
        }
        return json.append("]}").toString();
    }
}
