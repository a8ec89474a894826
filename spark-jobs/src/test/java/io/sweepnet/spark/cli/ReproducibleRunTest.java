package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.sweepnet.golden.GoldenRun;
import io.sweepnet.model.SearchModel;
import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole runs of the commands follow the golden runs, and give the same bits wherever and however often they run. */
class ReproducibleRunTest {

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
            RunRow row = folder.read(ResultTable.RUNS).get(0);
            boolean isAuto = execution.equals("auto");
            assertThat(row.placement().execution()).isEqualTo(isAuto ? "driver" : execution);
            assertThat(String.valueOf(row.details()).contains("\"plan\""))
                    .as("what was measured, in %s", row.details())
                    .isEqualTo(isAuto);
            assertThat(row.environment().master()).isEqualTo(master);
            assertThat(row.placement().kernel()).isEqualTo(used);
            switch (used) {
                case "direct" -> assertThat(row.outcome().directDecisions()).isEqualTo(STEPS);
                case "incremental" ->
                    assertThat(row.outcome().directDecisions()).isZero();
                default -> assertThat(row.outcome().directDecisions()).isBetween(0L, STEPS - 1);
            }
            SearchModel direct = new SearchModel(
                    GoldenRun.SETTINGS.toBuilder().kernel(Kernel.DIRECT).build());
            assertThat(row.outcome().finalLoss())
                    .isEqualTo(direct.search(GoldenRun.data(), 1).finalLoss());
            assertThat(saved.network().parameters().toArray())
                    .as("the bits of the direct kernel in this thread")
                    .containsExactly(direct.network().parameters().toArray());
            assertThat(folder.read(ResultTable.PARAMETERS).stream().mapToDouble(ParameterRow::finalValue))
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

        CommandRun first = CommandRun.of(train, "--save", model.toString());
        CommandRun second = CommandRun.of(train, "--initial", model.toString());

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
        assertThat(CommandRun.of(compare, "--seed", "7").code()).isZero();

        try (ResultsFolder folder = new ResultsFolder(results(), new Configuration())) {
            List<String> ids = folder.read(ResultTable.RUNS).stream()
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

    private String results() {
        return folder.resolve("results").toString();
    }

    private JsonArray report() {
        CommandRun report = CommandRun.of("report", "--results", results(), "--json");
        assertThat(report.code()).as(report.err()).isZero();
        return report.runs();
    }

    private static List<Double> finals(ResultsFolder folder, String runId) {
        return folder.read(ResultTable.PARAMETERS, runId).stream()
                .map(ParameterRow::finalValue)
                .toList();
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
