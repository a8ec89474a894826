package io.sweepnet.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sweepnet.RandomProblem;
import io.sweepnet.WrongPiecesLoss;
import io.sweepnet.data.Split;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Grid;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.execution.CandidatesExecution;
import io.sweepnet.spark.execution.DriverExecution;
import io.sweepnet.spark.execution.Execution;
import io.sweepnet.spark.execution.RestartsExecution;
import io.sweepnet.spark.execution.RowsExecution;
import io.sweepnet.spark.execution.SearchFailedException;
import io.sweepnet.spark.execution.SearchRequest;
import io.sweepnet.spark.results.ParameterRow;
import io.sweepnet.spark.results.ResultTable;
import io.sweepnet.spark.results.ResultsFolder;
import io.sweepnet.training.TrainingContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code search.check = true}, from the command line to the results, and what is told of a check that fails. */
@Timeout(300)
class CheckedRunTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"iris, species, driver", "diabetes, progression, driver", "diabetes, progression, rows"})
    void aRunThatPassesFindsTheSame(String table, String target, String execution) throws IOException {
        // Commands start Spark themselves.
        LocalSpark.session().stop();

        List<Double> plain = finals(table, target, execution, false);
        List<Double> checked = finals(table, target, execution, true);

        assertThat(checked).isNotEmpty().isEqualTo(plain);
    }

    private List<Double> finals(String table, String target, String execution, boolean check) throws IOException {
        String results = folder.resolve("results-" + check).toString();
        CommandRun run = CommandRun.of(
                "train",
                "search",
                "--data",
                "../conf/data/" + table + ".csv",
                "--target",
                target,
                "--execution",
                execution,
                "--results",
                results,
                "-D",
                "search.check=" + check,
                "-D",
                "search.sweeps=1",
                "-D",
                "search.weights.size=11",
                "-D",
                "search.biases.size=11");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.errLines().stream().filter(line -> line.contains("search.check = true: each step is played")))
                .as(run.err())
                .hasSize(check ? 1 : 0);
        try (ResultsFolder read = new ResultsFolder(results, new Configuration())) {
            List<ParameterRow> rows = read.read(ResultTable.PARAMETERS);
            return rows.stream().map(ParameterRow::finalValue).toList();
        }
    }

    private static Execution execution(String name, SparkContext spark, SearchRequest request, Split split) {
        return switch (name) {
            case DriverExecution.NAME -> new DriverExecution(request, split);
            case CandidatesExecution.NAME -> new CandidatesExecution(spark, request, split);
            case RowsExecution.NAME -> RowsExecution.of(spark, request, split);
            default -> new RestartsExecution(spark, request, split);
        };
    }

    /** The loss misleads the kernel, wherever it evaluates: in the driver, in a task of a search, in a start that is a task. */
    @ParameterizedTest
    @ValueSource(strings = {"driver", "candidates", "rows", "restarts"})
    void aFailedCheckIsToldInOneLine(String name) {
        RandomProblem problem = new RandomProblem(
                Architecture.of(2, List.of(3), 1, List.of(Activation.RELU)), new WrongPiecesLoss(), 2_100, false, 3);
        ModelSettings settings = ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(Grid.of(-2, 2, 9))
                .biasCandidates(Grid.of(-2, 2, 9))
                .check(true)
                .build();
        SearchRequest request = new SearchRequest(settings, Optional.of(problem.parameters()), 2, 1);
        Split split = new Split(problem.dataset(), Optional.empty(), Optional.empty());

        RuntimeException failure;
        try (Execution execution = execution(name, LocalSpark.session().sparkContext(), request, split)) {
            failure = catchThrowableOfType(RuntimeException.class, () -> execution.search(TrainingContext.NONE));
        }

        assertThat(failure)
                .isInstanceOf(
                        name.equals(DriverExecution.NAME) ? CheckFailedException.class : SearchFailedException.class);
        CommandFailure told = CommandFailure.of(failure);
        assertThat(told.isExpected()).isTrue();
        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.message())
                .startsWith("the search cannot go on: ")
                .matches(
                        ".*check failed at step \\d+ of sweep \\d, layer \\d, (weight|bias), unit \\d(, input \\d)?: kernel"
                                + " 'piecewise' chooses .*value .*; the direct rule .*value .*");
    }
}
