package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sweepnet.RandomProblem;
import io.sweepnet.WrongPiecesLoss;
import io.sweepnet.data.Split;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Grid;
import io.sweepnet.search.kernel.CheckFailedException;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searches of which every step is checked find the same bits in every execution, and in jobs; a failed check ends any of them. */
@Timeout(300)
class CheckedExecutionTest {

    private static final int SWEEPS = 2;

    private static SparkContext spark() {
        return LocalSpark.session().sparkContext();
    }

    private static RandomProblem problem(Loss loss, Activation activation) {
        return new RandomProblem(Architecture.of(2, List.of(3), 2, List.of(activation)), loss, 2_100, true, 3);
    }

    private static ModelSettings settings(RandomProblem problem, boolean check) {
        return ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(Grid.of(-2, 2, 9))
                .biasCandidates(Grid.of(-1, 1, 5))
                .tolerance(0)
                .sample(0.7)
                .seed(problem.seed())
                .check(check)
                .build();
    }

    private static SearchRequest request(RandomProblem problem, boolean check) {
        return new SearchRequest(settings(problem, check), Optional.of(problem.parameters()), SWEEPS, 2);
    }

    private static List<Object> bits(Supplier<Execution> made) {
        try (Execution execution = made.get()) {
            return bits(execution.search(TrainingContext.NONE).history());
        }
    }

    private static List<Object> bits(TrainingHistory history) {
        return List.of(
                history.trained(),
                history.finalLoss(),
                history.iterations().stream()
                        .map(TrainingHistory.Iteration::loss)
                        .toList(),
                history.nonFiniteEvaluations());
    }

    @ParameterizedTest
    @CsvSource({"squared, relu", "cross-entropy, tanh"})
    void everyExecutionFindsTheSameAsWithoutACheck(String loss, String activation) {
        RandomProblem problem = problem(Losses.of(loss), Activation.of(activation));
        Split split = new Split(problem.dataset(), Optional.of(problem.dataset()), Optional.empty());
        SearchRequest request = request(problem, true);

        List<Object> expected = bits(() -> new DriverExecution(request(problem, false), split));
        assertThat(bits(() -> new DriverExecution(request, split))).isEqualTo(expected);
        assertThat(bits(() -> new CandidatesExecution(spark(), request, split))).isEqualTo(expected);
        assertThat(bits(() -> RowsExecution.of(spark(), request, split))).isEqualTo(expected);
        assertThat(bits(() -> new RestartsExecution(spark(), request, split))).isEqualTo(expected);
        assertThat(bits(() -> new ExecutionPlanner(request).choose(spark(), split)))
                .isEqualTo(expected);
    }

    /** The rows of a search whose steps are jobs, with a check or without. */
    private static EvaluatedRows inJobs(RandomProblem problem, boolean isOverRows, boolean check) {
        Kernel kernel = Kernel.fastest(problem.architecture(), problem.loss());
        ModelSettings settings = settings(problem, check);
        if (isOverRows) {
            TableShards training = ExecutorShards.of(spark(), problem.dataset());
            RowProblem rows = new RowProblem(
                    settings.search(SWEEPS),
                    problem.architecture(),
                    problem.loss(),
                    kernel,
                    TableFacts.of(problem.dataset()),
                    0,
                    check);
            return EvaluatedRows.of(
                    settings,
                    problem.dataset(),
                    (initial, dataset, loss) -> rows.evaluator(initial, new JobAnswers(rows, training, initial)));
        }
        SharedProblem shared = new SharedProblem(
                spark(), new SearchProblem(problem.architecture(), problem.dataset(), problem.loss(), kernel, check));
        return EvaluatedRows.of(
                settings,
                problem.dataset(),
                (initial, dataset, loss) -> new CandidatePartitionedEvaluator(2, shared, initial, shared::discard));
    }

    private static TrainingHistory searched(RandomProblem problem, EvaluatedRows rows) {
        return new SearchModel(settings(problem, false).toBuilder().sample(1).build(), problem.parameters())
                .search(rows, 1, TrainingContext.NONE);
    }

    @ParameterizedTest
    @CsvSource({"squared, true", "squared, false", "cross-entropy, true"})
    void jobsFindTheSameAsWithoutACheck(String loss, boolean isOverRows) {
        RandomProblem problem = problem(Losses.of(loss), Activation.RELU);

        assertThat(bits(searched(problem, inJobs(problem, isOverRows, true))))
                .isEqualTo(bits(searched(problem, inJobs(problem, isOverRows, false))));
    }

    /** In a task of a job or in the driver. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFailedCheckInJobsIsToldAsSuch(boolean isOverRows) {
        RandomProblem problem = problem(new WrongPiecesLoss(), Activation.RELU);

        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> searched(problem, inJobs(problem, isOverRows, true)))
                .withMessageMatching("check failed at step .+: kernel 'piecewise' chooses .+; the direct rule .+");
    }

    @Test
    void aFailedCheckIsNotPassedOverWhereAnExecutionIsChosen() {
        RandomProblem problem = problem(new WrongPiecesLoss(), Activation.RELU);
        Split split = new Split(problem.dataset(), Optional.empty(), Optional.empty());

        assertThatExceptionOfType(CheckFailedException.class)
                .isThrownBy(() -> new ExecutionPlanner(request(problem, true)).choose(spark(), split));
    }
}
