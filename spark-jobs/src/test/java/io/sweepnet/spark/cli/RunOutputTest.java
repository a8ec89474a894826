package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.data.Offset.offset;

import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.metric.Metrics;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the commands, from the table to the report: what they write and what they tell. */
class RunOutputTest {

    private static final String ORIGINAL = "../conf/original.conf";

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
            List<RunRow> runs = folder.read(ResultTable.RUNS);
            assertThat(runs).extracting(RunRow::model).containsExactly("search", "gradient", "hybrid");
            assertThat(runs).extracting(RunRow::status).containsOnly("done");
            assertThat(runs)
                    .extracting(row -> row.placement().execution())
                    .containsExactly("candidates", "driver", "candidates");
            assertThat(runs)
                    .extracting(row -> row.outcome().candidateEvaluations())
                    .containsExactly(84 * 101 * 2L, 0L, 84 * 101 * 2L);
            assertThat(runs).extracting(row -> row.outcome().iterations()).containsExactly(2, 30, 32);
            assertThat(runs)
                    .extracting(row -> row.outcome().initialLoss())
                    .as("a shared start")
                    .hasSize(3)
                    .containsOnly(runs.get(0).outcome().initialLoss());
            assertThat(folder.read(ResultTable.HISTORY)).hasSize(2 + 30 + 32);
            assertThat(folder.read(ResultTable.PARAMETERS)).hasSize(3 * 84);
            assertThat(folder.read(ResultTable.PREDICTIONS)).hasSize(3 * 442);
            assertThat(folder.read(ResultTable.METRICS))
                    .hasSize(3 * 2 * Metrics.with(new SquaredLoss()).size());
            assertThat(folder.read(ResultTable.STARTS)).hasSize(3);
            List<PredictionRow> predictions =
                    folder.read(ResultTable.PREDICTIONS).subList(0, 442);
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
            List<PredictionRow> rows = folder.read(ResultTable.PREDICTIONS);
            double squares = rows.stream()
                    .mapToDouble(row -> Math.pow(row.prediction() - row.target(), 2))
                    .sum();
            assertThat(folder.read(ResultTable.RUNS).get(0).outcome().finalLoss())
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
            assertThat(folder.read(ResultTable.RUNS).get(0).data().classes()).containsExactly("high", "low");
            assertThat(folder.read(ResultTable.METRICS).stream()
                            .filter(row -> row.metric().equals("accuracy"))
                            .filter(row -> row.split().equals("train")))
                    .hasSize(3)
                    .allSatisfy(row -> assertThat(row.value()).isGreaterThan(0.9));
            assertThat(folder.read(ResultTable.PREDICTIONS)).allSatisfy(row -> {
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
            assertThat(folder.read(ResultTable.RUNS)).extracting(RunRow::status).containsExactly("diverged", "done");
            assertThat(folder.read(ResultTable.RUNS))
                    .allSatisfy(row -> assertThat(row.outcome().finalLoss()).isFinite());
        }
    }

    @Test
    void reportTellsOneRunOrAll() {
        String[] train = {"train", "gradient", "--config", ORIGINAL, "--results", results()};
        assertThat(CommandRun.of(train).code()).isZero();
        assertThat(CommandRun.of(train, "--seed", "3").code()).isZero();

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
}
