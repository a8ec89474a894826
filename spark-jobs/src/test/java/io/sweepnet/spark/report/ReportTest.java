package io.sweepnet.spark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reports of tables made by hand. */
class ReportTest {

    private static final String RUN = "20260102T030405Z-1a2b3c";
    private static final String OTHER_RUN = "20260308T065959Z-00ff00";

    private final List<RunRow> runs = new ArrayList<>();
    private final List<MetricRow> metrics = new ArrayList<>();
    private final List<StartRow> starts = new ArrayList<>();

    private Report report() {
        return new Report(
                runs,
                List.of(new HistoryRow(RUN, "search", 0, "search", 1, 0.5, null, 1.0, 9L, 1, null)),
                metrics,
                starts);
    }

    private void run(String id, String model, String task, Double finalLoss, Double testLoss, String status) {
        String lossName = task.equals("regression") ? "squared" : "zero-one";
        runs.add(new RunRow(
                id,
                model,
                Instant.EPOCH,
                null,
                status,
                new RunRow.Data("data.csv", null, 1_000_000L, null, 20, task, null),
                new RunRow.Setup("20-5-1", lossName, null, null),
                new RunRow.Environment(null, RunRow.SCHEMA_VERSION, null, null, null),
                new RunRow.Placement("candidates", null, null, null, null, null),
                new RunRow.Outcome(
                        null,
                        123_456_789L,
                        null,
                        null,
                        123_456.7,
                        finalLoss,
                        0.375,
                        testLoss,
                        1234,
                        "converged",
                        12_345.678),
                null));
    }

    private void metric(String model, String part, String metric, String ofClass, Double value) {
        metrics.add(new MetricRow(RUN, model, part, metric, ofClass, value));
    }

    /** The cells of a column below its title, by the place of the title, which is as wide as its cells are here. */
    private List<String> column(String title) {
        List<String> lines = new ReportText(report())
                .text()
                .lines()
                .filter(line -> line.contains("  "))
                .toList();
        int from = lines.get(0).indexOf(title);
        assertThat(from).as("column %s in %s", title, lines.get(0)).isNotNegative();
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(from, Math.min(line.length(), from + title.length()))
                        .strip())
                .toList();
    }

    @Test
    void numbersAreJudgedByTheR2OfTheRowsHeldOut() {
        run(RUN, "search", "regression", 12.5, 25.0, RunRow.DONE);
        run(RUN, "gradient", "regression", 25.0, 50.0, RunRow.DONE);
        metric("search", "train", "r2", null, 0.99);
        metric("search", "validation", "r2", null, 0.98);
        metric("search", "test", "rmse", null, 5.0);
        metric("search", "test", "r2", null, 0.43215);
        metric("gradient", "train", "r2", null, 0.97);
        metric("gradient", "test", "r2", null, -123_456.0);

        assertThat(column("held-out R²")).containsExactly("0.4322", "-123456");
        assertThat(column("held-out loss")).containsExactly("25.0000", "50.0000");
        assertThat(new ReportText(report()).text()).doesNotContain("accuracy", "F1");
    }

    /** The figures of a class, of other parts and of another run's model of the same name are not those shown. */
    @Test
    void classesAreJudgedByAccuracyAndMeanF1OfTheRowsHeldOut() {
        run(RUN, "search", "classification", 0.25, 0.5, RunRow.DONE);
        metrics.add(new MetricRow(OTHER_RUN, "search", "test", "accuracy", null, 0.11));
        metric("search", "train", "accuracy", null, 0.75);
        metric("search", "train", "f1", null, 0.7);
        metric("search", "test", "accuracy", null, 0.5);
        metric("search", "test", "f1", "a", 0.9);
        metric("search", "test", "f1", null, 0.625);
        metric("search", "test", "f1", "b", 0.35);

        assertThat(column("held-out accuracy")).containsExactly("0.5000");
        assertThat(column("held-out F1")).containsExactly("0.6250");
        assertThat(new ReportText(report()).text()).doesNotContain("R²");
    }

    @Test
    void withoutRowsHeldOutTheTrainingRowsDoNotStandIn() {
        run(RUN, "search", "regression", 12.5, null, RunRow.DONE);
        metric("search", "train", "r2", null, 0.99);

        assertThat(column("held-out R²")).containsExactly("-");
        assertThat(column("held-out loss")).containsExactly("-");
    }

    @Test
    void aMetricThatIsUndefinedIsADash() {
        run(RUN, "search", "regression", 0.0, 0.0, RunRow.DONE);
        metric("search", "test", "r2", null, null);

        assertThat(column("held-out R²")).containsExactly("-");
    }

    /** Wide numbers, and the widest row of columns there is. */
    @Test
    void aLineFitsAWideTerminal() {
        run(RUN, "gradient", "classification", 123_456.7, 123_456.7, RunRow.DONE);
        metric("gradient", "test", "accuracy", null, 0.5);

        assertThat(new ReportText(report()).text().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(150));
        assertThat(column("loss as a bar")).containsExactly("██████████");
    }

    @Test
    void howAModelEndedStandsBesideItsBar() {
        run(RUN, "search", "regression", 50.0, 25.0, RunRow.DONE);
        run(RUN, "gradient", "regression", 25.0, 50.0, RunRow.DIVERGED);

        assertThat(new ReportText(report()).text()).contains("██████████\n", "█████ diverged\n");
    }

    @Test
    void jsonHoldsStatusTaskLossAndEveryMetric() {
        run(RUN, "search", "classification", 0.25, null, RunRow.CANCELLED);
        metric("search", "train", "accuracy", null, 0.75);
        metric("search", "train", "f1", "a", null);
        metric("search", "train", "log_loss", null, Double.POSITIVE_INFINITY);
        metrics.add(new MetricRow(OTHER_RUN, "search", "train", "accuracy", null, 0.11));

        JsonArray all = JsonParser.parseString(new ReportJson(report()).text())
                .getAsJsonObject()
                .getAsJsonArray("runs");

        assertThat(all).hasSize(1);
        JsonObject run = all.get(0).getAsJsonObject();
        assertThat(run.get("status").getAsString()).isEqualTo("cancelled");
        assertThat(run.get("task").getAsString()).isEqualTo("classification");
        assertThat(run.get("loss_name").getAsString()).isEqualTo("zero-one");
        assertThat(run.get("validation_loss").getAsDouble()).isEqualTo(0.375);
        assertThat(run.get("test_loss").isJsonNull()).isTrue();
        assertThat(run.getAsJsonArray("history")).hasSize(1);
        JsonArray expected = new JsonArray();
        for (String json : Arrays.asList(
                "{\"split\": \"train\", \"metric\": \"accuracy\", \"class\": null, \"value\": 0.75}",
                "{\"split\": \"train\", \"metric\": \"f1\", \"class\": \"a\", \"value\": null}",
                "{\"split\": \"train\", \"metric\": \"log_loss\", \"class\": null, \"value\": null}")) {
            expected.add(JsonParser.parseString(json));
        }
        assertThat(run.getAsJsonArray("metrics")).isEqualTo(expected);
    }

    /** Counted from 0, as in the tables; a model with one start has a dash beside those with several. */
    @Test
    void theStartThatWasChosenIsTold() {
        run(RUN, "search", "regression", 2.0, 3.0, "done");
        run(RUN, "gradient", "regression", 4.0, 3.0, "done");
        starts.add(start("gradient", 0, 4.0, "epoch-limit", true));
        assertThat(new ReportText(report()).text()).doesNotContain("start");

        starts.add(start("search", 0, Double.NaN, "diverged", false));
        starts.add(start("search", 1, 2.0, "dead", true));

        assertThat(new ReportText(report()).text())
                .containsPattern("start +iterations")
                .containsPattern(" 1 of 0..1 +1234");
        JsonObject search = JsonParser.parseString(new ReportJson(report()).text())
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
        assertThat(search.get("start").getAsInt()).isEqualTo(1);
        assertThat(search.getAsJsonArray("starts"))
                .hasToString("[{\"start\":0,\"seed\":70,\"final_loss\":null,\"stop_reason\":\"diverged\"},"
                        + "{\"start\":1,\"seed\":71,\"final_loss\":2.0,\"stop_reason\":\"dead\"}]");
    }

    private static StartRow start(String model, int number, double loss, String stopReason, boolean chosen) {
        return new StartRow(RUN, model, number, 70L + number, 9.0, loss, 3, stopReason, 0.5, chosen);
    }
}
