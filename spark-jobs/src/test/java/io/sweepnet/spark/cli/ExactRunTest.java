package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.spark.results.RunRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code search.candidates = exact}, from the command line to the results. */
class ExactRunTest {

    private static final int ROWS = 40;

    @TempDir
    private Path folder;

    /** Commands start Spark themselves. */
    @BeforeEach
    void stopSpark() {
        LocalSpark.session().stop();
    }

    /** A table of a line without noise. */
    private String table() throws IOException {
        StringBuilder table = new StringBuilder("a,b,y\n");
        for (int row = 0; row < ROWS; row++) {
            double a = Math.sin(3.0 * row);
            double b = Math.cos(5.0 * row);
            table.append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(0.37 * a - 0.71 * b + 0.13)
                    .append('\n');
        }
        return Files.writeString(folder.resolve("table.csv"), table).toString();
    }

    /** A line has one minimum, to which coordinates lead from anywhere; a grid of 11 misses it. */
    @Test
    void aContinuousRangeEndsNoWorseThanAGrid() throws IOException {
        RunRow grid = run("grid");
        RunRow exact = run("exact");

        assertThat(exact.placement().kernel()).isEqualTo("piecewise");
        assertThat(exact.outcome().finalLoss())
                .isLessThanOrEqualTo(grid.outcome().finalLoss())
                .isLessThan(1e-9);
        assertThat(grid.outcome().finalLoss()).isGreaterThan(1e-4);
        assertThat(exact.outcome().candidateEvaluations())
                .as("the current value and the one found")
                .isEqualTo(2L * exact.outcome().parameters() * exact.outcome().iterations());
    }

    private RunRow run(String candidates) throws IOException {
        String results = folder.resolve(candidates).toString();
        CommandRun run = CommandRun.of(
                "train",
                "search",
                "--data",
                table(),
                "--target",
                "y",
                "--execution",
                "driver",
                "--results",
                results,
                "-D",
                "network.hidden=[]",
                "-D",
                "network.activations=[]",
                "-D",
                "search.candidates=" + candidates,
                "-D",
                "search.weights.size=11",
                "-D",
                "search.biases.size=11",
                "-D",
                "search.tolerance=0");
        return only(run, results);
    }

    private static RunRow only(CommandRun run, String results) throws IOException {
        assertThat(run.code()).as(run.err()).isZero();
        try (ResultsFolder read = new ResultsFolder(results, new Configuration())) {
            List<RunRow> rows = read.read(ResultTable.RUNS);
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }

    /** No kernel could search such a network, and none has to. */
    @Test
    void whatSearchesCannotDoDoesNotKeepAdamFromTraining() throws IOException {
        String results = folder.resolve("results").toString();
        CommandRun run = CommandRun.of(
                "train",
                "gradient",
                "--data",
                table(),
                "--target",
                "y",
                "--results",
                results,
                "-D",
                "network.activations=tanh",
                "-D",
                "search.candidates=exact",
                "-D",
                "search.kernel=piecewise",
                "-D",
                "gradient.epochs=3");

        assertThat(only(run, results).placement().kernel()).isNull();
    }
}
