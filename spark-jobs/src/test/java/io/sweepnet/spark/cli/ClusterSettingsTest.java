package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a cluster has set, a model and its predictions are the same to the last bit. */
@Timeout(240)
class ClusterSettingsTest {

    @TempDir
    private static Path folder;

    private static Outcome plain;

    /** The parameters of a model, and the lines of its predictions, sorted. */
    private record Outcome(Parameters parameters, List<String> predictions) {}

    /** A Parquet table with gaps, times, texts and a name in two cases that none of the features has. */
    @BeforeAll
    static void trainPlainly() throws IOException {
        LocalSpark.session()
                .range(0, 60, 1, 2)
                .selectExpr(
                        "cast(id % 7 as int) as a",
                        "if(id % 11 = 0, null, sin(id)) as B",
                        "timestamp_micros(id * 5000000000) as at",
                        "concat('row ', id) as name",
                        "3 * (id % 7) - cos(id) as y")
                .write()
                .parquet(folder.resolve("table").toString());
        LocalSpark.session().stop();
        plain = outcome(Map.of());
    }

    @AfterAll
    static void forget() {
        plain = null;
    }

    static Stream<String> settings() {
        return ClusterSettings.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingChangesNoBit(String line) throws IOException {
        assertThat(outcome(ClusterSettings.of(line))).isEqualTo(plain);
    }

    /** Trains and predicts in sessions with some settings of Spark, given as spark-submit gives them. */
    private static Outcome outcome(Map<String, String> settings) throws IOException {
        Path out = Files.createTempDirectory(folder, "run");
        settings.forEach(System::setProperty);
        try {
            succeed("train search --execution rows -D search.sweeps=2 -D network.hidden=[3] -D data.missing=drop"
                    + " -D data.id=name -D data.features=[a,B] --target y --data " + folder.resolve("table")
                    + " --results " + out.resolve("results") + " --save " + out.resolve("model.json"));
            succeed("predict --format csv --model " + out.resolve("model.json") + " --data " + folder.resolve("table")
                    + " --output " + out.resolve("scored"));
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
        SavedModel model = ModelFile.read(out.resolve("model.json"), layers -> List.of());
        return new Outcome(model.network().parameters(), lines(out.resolve("scored")));
    }

    private static void succeed(String command) {
        CommandRun run = CommandRun.of((command + " --master local[2]").split(" "));
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static List<String> lines(Path scored) throws IOException {
        try (Stream<Path> files = Files.list(scored)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .flatMap(ClusterSettingsTest::linesOfFile)
                    .filter(line -> !line.startsWith("a,"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> linesOfFile(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
