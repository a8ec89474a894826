package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.model.ModelSettings;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.HistoryRow;
import io.sweepnet.spark.results.RunRow;
import io.sweepnet.spark.results.StartRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with several starts, from the settings to the tables. */
@Timeout(120)
class StartSearchTest {

    private static final String DIABETES = "data.path=../conf/data/diabetes.csv";
    private static final int STARTS = 5;

    @TempDir
    private Path folder;

    @AfterEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    private LocalRun run(String execution, String... more) {
        return run(LocalSpark.session(), execution, more);
    }

    private LocalRun run(SparkSession spark, String execution, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                DIABETES,
                "data.target=progression",
                "models=search",
                "network.hidden=3",
                "search.sweeps=3",
                "search.weights.size=21",
                "search.biases.size=21",
                "search.restarts=" + STARTS,
                "search.execution=" + execution));
        settings.addAll(List.of(more));
        return LocalRun.of(spark, folder, settings.toArray(String[]::new));
    }

    private static List<List<Object>> withoutTimes(LocalRun run) {
        return run.starts().stream()
                .map(row -> List.<Object>of(
                        row.model(),
                        row.start(),
                        row.seed(),
                        row.initialLoss(),
                        row.finalLoss(),
                        row.iterations(),
                        row.stopReason(),
                        row.chosen()))
                .toList();
    }

    private static List<List<Object>> historyWithoutTimes(LocalRun run) {
        return run.history().stream()
                .map(row -> List.<Object>of(
                        row.start(), row.iteration(), row.loss(), row.candidateEvaluations(), row.accepted()))
                .toList();
    }

    @Test
    void whereTheStartsRunChangesNoBit() {
        LocalRun driver = run("driver");
        LocalRun candidates = run("candidates");
        LocalRun restarts = run("restarts");
        LocalSpark.session().stop();
        SparkSession one = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate();
        LocalRun oneCore = run(one, "restarts");

        for (LocalRun other : List.of(candidates, restarts, oneCore)) {
            assertThat(withoutTimes(other)).isEqualTo(withoutTimes(driver));
            assertThat(historyWithoutTimes(other)).isEqualTo(historyWithoutTimes(driver));
            assertThat(other.model().orElseThrow().network())
                    .isEqualTo(driver.model().orElseThrow().network());
            assertThat(other.row().outcome().candidateEvaluations())
                    .isEqualTo(driver.row().outcome().candidateEvaluations());
        }
        assertThat(restarts.row().placement().execution()).isEqualTo("restarts");
        assertThat(restarts.row().placement().kernel()).isEqualTo("piecewise");
        assertThat(restarts.row().placement().partitions()).isEqualTo(STARTS);
        assertThat(restarts.row().outcome().directDecisions())
                .isEqualTo(driver.row().outcome().directDecisions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"driver", "restarts"})
    void theBestStartIsTheModelAndAllAreRows(String execution) {
        LocalRun run = run(execution);

        assertThat(run.starts()).extracting(StartRow::start).containsExactly(0, 1, 2, 3, 4);
        StartRow best = run.starts().stream()
                .reduce((a, b) -> b.finalLoss() < a.finalLoss() ? b : a)
                .orElseThrow();
        assertThat(best.start())
                .as("the first is not the best, or the test says little")
                .isPositive();
        RunRow row = run.row();
        assertThat(run.starts()).filteredOn(StartRow::chosen).containsExactly(best);
        assertThat(row.outcome().finalLoss()).isEqualTo(best.finalLoss());
        assertThat(row.outcome().initialLoss()).isEqualTo(best.initialLoss());
        assertThat(row.outcome().iterations()).isEqualTo(best.iterations());
        assertThat(row.outcome().stopReason()).isEqualTo(best.stopReason());
        assertThat(run.history()).hasSize(best.iterations()).allMatch(h -> Objects.equals(h.start(), best.start()));
        assertThat(row.outcome().candidateEvaluations())
                .as("those of all starts")
                .isEqualTo(run.starts().stream().mapToLong(StartRow::iterations).sum()
                        * row.outcome().parameters()
                        * 22);
    }

    /** A start is a run of its own with its seed and the parameters that follow from it. */
    @Test
    void aStartIsTheSearchOfItsSeed() {
        StartRow last = run("restarts").starts().get(STARTS - 1);
        ModelSettings settings =
                ModelSettings.builder().inputSize(1).outputSize(1).seed(42).build();
        assertThat(last.seed()).isEqualTo(settings.ofStart(STARTS - 1).seed());

        LocalRun alone = run("driver", "search.restarts=1");
        assertThat(alone.starts()).hasSize(1);
        assertThat(alone.row().outcome().finalLoss()).isNotEqualTo(last.finalLoss());
        assertThat(withoutTimes(alone).get(0).subList(0, 7))
                .isEqualTo(withoutTimes(run("driver")).get(0).subList(0, 7));
    }

    @Test
    void theHybridRefinesTheBestAndTheGradientHasOneStart() {
        LocalRun run = run("restarts", "models=[search, gradient, hybrid]", "gradient.epochs=4");

        assertThat(run.starts())
                .extracting(StartRow::model)
                .containsExactly(
                        "search",
                        "search",
                        "search",
                        "search",
                        "search",
                        "gradient",
                        "hybrid",
                        "hybrid",
                        "hybrid",
                        "hybrid",
                        "hybrid");
        StartRow best =
                run.starts().stream().filter(StartRow::chosen).findFirst().orElseThrow();
        StartRow refined = run.starts().stream()
                .filter(row -> row.chosen() && row.model().equals("hybrid"))
                .findFirst()
                .orElseThrow();
        RunRow hybrid = run.runs().get(2);
        assertThat(refined.start()).isEqualTo(best.start());
        assertThat(refined.finalLoss()).isEqualTo(hybrid.outcome().finalLoss());
        assertThat(refined.iterations()).isEqualTo(best.iterations() + 4);
        assertThat(refined.stopReason()).isEqualTo("epoch-limit");
        assertThat(run.runs().get(1).outcome().initialLoss())
                .isEqualTo(run.starts().get(0).initialLoss());
        assertThat(run.history())
                .filteredOn(row -> row.model().equals("hybrid"))
                .extracting(HistoryRow::start)
                .containsOnly(best.start());
    }

    /** Units that hardly any row can reach. */
    @ParameterizedTest
    @ValueSource(strings = {"driver", "restarts"})
    void deadStartsAreOneNote(String execution) {
        String[] edge = {
            "network.hidden=1",
            "search.weights.low=-1",
            "search.weights.high=1",
            "search.biases.low=-12",
            "search.biases.high=-6"
        };
        LocalRun run = run(execution, edge);

        long dead = run.starts().stream()
                .filter(row -> row.stopReason().equals("dead"))
                .count();
        assertThat(dead).isBetween(1L, STARTS - 1L);
        assertThat(run.starts())
                .filteredOn(row -> row.stopReason().equals("dead"))
                .allMatch(row -> row.iterations() == 1);
        assertThat(run.notes())
                .filteredOn(note -> note.contains("dead"))
                .containsExactly(
                        dead + " of 5 starts were dead: all units of a hidden layer had one value on every row,"
                                + " which no candidate changed, so that nothing but a constant was left to learn");
    }

    @Test
    void whereAllAreDeadTheNoteTellsWhatMayHelp() {
        LocalRun run = run("driver", "search.restarts=1", "search.biases.low=-2000", "search.biases.high=-1000");

        assertThat(run.row().outcome().stopReason()).isEqualTo("dead");
        assertThat(run.row().status()).isEqualTo("done");
        assertThat(run.notes())
                .contains("the search was dead: all units of a hidden layer had one value on every row, which no"
                        + " candidate changed, so that nothing but a constant was left to learn; another seed, more"
                        + " search.restarts, or wider ranges of search.biases may help");
    }
}
