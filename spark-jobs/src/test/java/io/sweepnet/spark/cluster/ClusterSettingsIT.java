package io.sweepnet.spark.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.cli.ClusterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Settings of clusters change no bit of what executors in other JVMs train and predict. With {@code
 * -Dsweepnet.settings.all=true} all that are listed, else those that affect what goes between JVMs.
 */
@Tag("cluster")
class ClusterSettingsIT {

    private static final Path FOLDER = SparkHome.TARGET.resolve("cluster").resolve("settings");
    private static final int SWEEPS = 1;

    private static int number;
    private static List<String> plain;

    static Stream<String> settings() {
        return Boolean.getBoolean("sweepnet.settings.all") ? ClusterSettings.all() : ClusterSettings.RISKY.stream();
    }

    @BeforeAll
    static void trainPlainly() throws Exception {
        Folders.clear(FOLDER);
        plain = predictions(Map.of());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingChangesNoBit(String line) throws Exception {
        assertThat(predictions(ClusterSettings.of(line))).isNotEmpty().isEqualTo(plain);
    }

    /** Trains over rows, checks the tables of results, and predicts. */
    private static List<String> predictions(Map<String, String> settings) throws Exception {
        Path folder = FOLDER.resolve("run-" + number++).toAbsolutePath();
        Search search = new Search("rows", SWEEPS);
        List<String> train = new ArrayList<>(search.arguments(folder.resolve("results")));
        train.addAll(List.of("--save", folder.resolve("model.json").toString()));
        succeed("train", folder, settings, train);
        assertThat(StoredRun.read(folder.resolve("results")).tables())
                .isEqualTo(search.onTheDriver().tables());
        succeed(
                "predict",
                folder,
                settings,
                List.of(
                        "predict",
                        "--model",
                        folder.resolve("model.json").toString(),
                        "--data",
                        train.get(train.indexOf("--data") + 1),
                        "--format",
                        "csv",
                        "--output",
                        folder.resolve("scored").toString()));
        return lines(folder.resolve("scored"));
    }

    private static void succeed(String name, Path folder, Map<String, String> settings, List<String> arguments)
            throws IOException {
        Submission submission = Submission.to("local-cluster[2,2,1024]").withExecutors(2, 2);
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            submission = submission.with(setting.getKey(), setting.getValue());
        }
        try (SparkJvm program = submission.start(name, folder, arguments)) {
            assertThat(program.awaitEnd()).as(program.tail()).isZero();
        }
    }

    private static List<String> lines(Path scored) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(scored)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream().sorted().toList();
    }
}
