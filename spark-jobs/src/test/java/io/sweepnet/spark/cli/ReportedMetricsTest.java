package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.PredictionRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a whole run says of held-out rows: the report, the metrics and the predictions tell the same. */
class ReportedMetricsTest {

    @TempDir
    private Path folder;

    /** Commands start Spark themselves, on the master they are told. */
    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    /** Three classes of 30, 10 and 5 rows, 20 percent held out: 6, 2 and 1 of them. */
    @Test
    void ofClassesAlsoWhereTheLossCounts() throws IOException {
        StringBuilder csv = new StringBuilder("x,z,kind\n");
        for (int i = 0; i < 45; i++) {
            String kind = i % 9 == 0 ? "rare" : i % 9 < 3 ? "some" : "common";
            csv.append(i % 9)
                    .append(',')
                    .append(i * i % 7)
                    .append(',')
                    .append(kind)
                    .append('\n');
        }
        Path table = Files.writeString(folder.resolve("kinds.csv"), csv);

        CommandRun run = search(table, "kind", "loss=zero-one", "data.test=0.2", "search.sweeps=2");

        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder results = new ResultsFolder(results(), new Configuration())) {
            List<PredictionRow> held = results.read(ResultTable.PREDICTIONS).stream()
                    .filter(row -> row.split().equals("test"))
                    .toList();
            assertThat(held)
                    .extracting(PredictionRow::targetLabel)
                    .containsOnly("common", "some", "rare")
                    .hasSize(9)
                    .filteredOn("common"::equals)
                    .hasSize(6);
            double right = held.stream()
                    .filter(row -> row.predictedLabel().equals(row.targetLabel()))
                    .count();
            double logLoss = held.stream()
                    .mapToDouble(row -> -Math.log(row.scores().get(row.target().intValue())))
                    .average()
                    .orElseThrow();
            assertThat(heldOut(results, "accuracy")).isCloseTo(right / 9, within(1e-15));
            assertThat(heldOut(results, "log_loss")).isCloseTo(logLoss, within(1e-6));
            assertThat(results.read(ResultTable.RUNS).get(0).outcome().testLoss())
                    .isEqualTo(heldOut(results, "loss"));
            assertThat(heldOut(results, "loss")).isCloseTo(1 - right / 9, within(1e-15));
            assertThat(run.out())
                    .contains("held-out accuracy", "held-out F1")
                    .contains(
                            String.format(Locale.ROOT, "%.4f", heldOut(results, "accuracy")),
                            String.format(Locale.ROOT, "%.4f", heldOut(results, "f1")));
        }
    }

    @Test
    void ofNumbers() {
        CommandRun run = CommandRun.of(with(
                "compare", "--config", "../conf/compare.conf", "--models", "gradient", "-D", "data.validation=0.1"));

        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder results = new ResultsFolder(results(), new Configuration())) {
            RunRow row = results.read(ResultTable.RUNS).get(0);
            assertThat(heldOut(results, "loss")).isEqualTo(row.outcome().testLoss());
            assertThat(metric(results, "validation", "loss"))
                    .isEqualTo(row.outcome().validationLoss());
            assertThat(metric(results, "train", "loss"))
                    .as("the same bits")
                    .isEqualTo(row.outcome().finalLoss());
            assertThat(heldOut(results, "rmse"))
                    .isCloseTo(Math.sqrt(row.outcome().testLoss()), within(1e-9));
            assertThat(run.out())
                    .contains("held-out R²")
                    .contains(String.format(Locale.ROOT, "%.4f", heldOut(results, "r2")));
        }
    }

    /** A constant target: predictions near it, an R² that is undefined, and a dash where it would stand. */
    @Test
    void ofAConstantTarget() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 30; i++) {
            csv.append(i).append(",7.25\n");
        }
        Path table = Files.writeString(folder.resolve("constant.csv"), csv);

        CommandRun run = search(table, "y", "data.test=0.2", "data.target-scaling=standard", "network.hidden=[]");

        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder results = new ResultsFolder(results(), new Configuration())) {
            assertThat(results.read(ResultTable.METRICS))
                    .filteredOn(row -> row.metric().equals("r2"))
                    .hasSize(2)
                    .extracting(MetricRow::value)
                    .containsOnlyNulls();
            assertThat(results.read(ResultTable.PREDICTIONS))
                    .allSatisfy(row -> assertThat(row.prediction()).isCloseTo(7.25, within(0.5)));
        }
    }

    private static Double heldOut(ResultsFolder results, String metric) {
        return metric(results, "test", metric);
    }

    private static Double metric(ResultsFolder results, String part, String metric) {
        return results.read(ResultTable.METRICS).stream()
                .filter(row -> row.split().equals(part) && row.metric().equals(metric) && row.ofClass() == null)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private CommandRun search(Path table, String target, String... settings) {
        List<String> args = new ArrayList<>(List.of("train", "search", "--data", table.toString(), "--target", target));
        for (String setting : settings) {
            args.addAll(List.of("-D", setting));
        }
        return CommandRun.of(with(args.toArray(String[]::new)));
    }

    private String results() {
        return folder.resolve("results").toString();
    }

    private String[] with(String... args) {
        return Stream.concat(Stream.of(args), Stream.of("--results", results(), "--execution", "driver"))
                .toArray(String[]::new);
    }
}
