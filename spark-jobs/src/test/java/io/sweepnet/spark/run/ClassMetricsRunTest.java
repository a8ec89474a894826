package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.MetricRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics of classes that a run leaves in its tables, and what it says where one has no value. */
class ClassMetricsRunTest {

    private static final String NOTE = "metric roc_auc has no value on test: the rows are of one class only";

    @TempDir
    private Path folder;

    private LocalRun run(String execution, int rows, int everyRare) throws IOException {
        StringBuilder csv = new StringBuilder("x,z,kind\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i * i % 11).append(',').append(i % 7).append(',');
            csv.append(i % everyRare == everyRare / 2 ? "rare\n" : "common\n");
        }
        Path table = Files.writeString(folder.resolve("kinds.csv"), csv);
        return LocalRun.of(
                LocalSpark.session(),
                folder,
                "data.path=" + table,
                "data.target=kind",
                "data.test=0.2",
                "network.hidden=2",
                "search.execution=" + execution,
                "search.sweeps=1",
                "gradient.epochs=2");
    }

    /** Of 30 rows one is rare: it is learnt from. Three models are trained. */
    @ParameterizedTest
    @ValueSource(strings = {"driver", "rows"})
    void whereOneClassOnlyIsThereRocAucIsNullAndOneNoteSaysSo(String execution) throws IOException {
        LocalRun run = run(execution, 30, 30);

        assertThat(run.runs()).hasSize(3);
        assertThat(run.notes()).filteredOn(note -> note.contains("roc_auc")).containsExactly(NOTE);
        assertThat(run.metrics())
                .filteredOn(row -> row.metric().equals("roc_auc") && row.split().equals("test"))
                .hasSize(3)
                .extracting(MetricRow::value)
                .containsOnlyNulls();
        assertThat(run.metrics())
                .filteredOn(row -> row.metric().equals("roc_auc") && row.split().equals("train"))
                .hasSize(3)
                .extracting(MetricRow::value)
                .doesNotContainNull();
    }

    @Test
    void theMetricsOfAModelAndPartFollowInTheOrderOfTheRegistry() throws IOException {
        LocalRun run = run("driver", 60, 3);

        assertThat(run.notes()).noneMatch(note -> note.contains("metric"));
        List<MetricRow> rows = run.metrics().stream()
                .filter(row -> row.model().equals("search") && row.split().equals("test"))
                .toList();
        assertThat(rows)
                .extracting(row -> row.ofClass() == null ? row.metric() : row.metric() + " of " + row.ofClass())
                .containsExactly(
                        "loss",
                        "log_loss",
                        "accuracy",
                        "f1",
                        "f1 of common",
                        "f1 of rare",
                        "precision",
                        "precision of common",
                        "precision of rare",
                        "recall",
                        "recall of common",
                        "recall of rare",
                        "balanced_accuracy",
                        "balanced_accuracy of common",
                        "balanced_accuracy of rare",
                        "mcc",
                        "brier",
                        "roc_auc");
    }
}
