package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.Split;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.training.SearchRunner;
import io.sweepnet.training.Starts;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table in the driver's memory is trained on, in each execution, by plain values alone, and each finds the same bits. */
@Timeout(300)
class ExecutionRoomTest {

    private static final int SWEEPS = 3;

    private static SparkContext spark() {
        return LocalSpark.session().sparkContext();
    }

    private static RandomProblem problem(String loss, Activation activation, int rows, long seed) {
        Architecture architecture = Architecture.of(3, List.of(4), 2, List.of(activation));
        return new RandomProblem(architecture, Losses.of(loss), rows, true, seed);
    }

    private static SearchRequest request(RandomProblem problem, int starts) {
        ModelSettings settings = ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(Grid.of(-2, 2, 21))
                .biasCandidates(Grid.of(-1, 1, 11))
                .tolerance(0)
                .seed(problem.seed())
                .build();
        return new SearchRequest(settings, Optional.of(problem.parameters()), SWEEPS, starts);
    }

    private static Split split(RandomProblem problem) {
        Dataset watched =
                new RandomProblem(problem.architecture(), problem.loss(), 300, false, problem.seed() + 1).dataset();
        return new Split(problem.dataset(), Optional.of(watched), Optional.empty());
    }

    private static SearchResult searched(Supplier<Execution> made) {
        try (Execution execution = made.get()) {
            return execution.search(TrainingContext.NONE);
        }
    }

    private static List<Object> bits(SearchResult result) {
        TrainingHistory history = result.history();
        List<Object> bits = new ArrayList<>(List.of(
                history.initial(),
                history.trained(),
                history.initialLoss(),
                history.finalLoss(),
                history.stopReason(),
                history.candidateEvaluations()));
        history.iterations()
                .forEach(sweep -> bits.addAll(List.of(sweep.loss(), sweep.validationLoss(), sweep.accepted())));
        result.starts().all().forEach(start -> bits.addAll(List.of(start.seed(), start.finalLoss())));
        return bits;
    }

    @ParameterizedTest
    @CsvSource({
        "squared, RELU, 2500, 1, 1",
        "squared, RELU, 2500, 3, 2",
        "cross-entropy, TANH, 2100, 2, 3",
        "zero-one, STEP, 2100, 2, 4"
    })
    void everyExecutionFindsTheSame(String loss, Activation activation, int rows, int starts, long seed) {
        RandomProblem problem = problem(loss, activation, rows, seed);
        SearchRequest request = request(problem, starts);
        Split split = split(problem);

        SearchResult driver = searched(() -> new DriverExecution(request, split));
        SearchResult candidates = searched(() -> new CandidatesExecution(spark(), request, split));
        SearchResult shipped = searched(() -> RowsExecution.of(spark(), request, split));
        SearchResult sharded = searched(() -> RowsExecution.of(
                request,
                ExecutorShards.of(spark(), split.training()),
                split.validation().map(watched -> ExecutorShards.of(spark(), watched))));
        SearchResult restarts = searched(() -> new RestartsExecution(spark(), request, split));
        SearchResult planned = searched(() -> new ExecutionPlanner(request).choose(spark(), split));

        assertThat(driver.history().trained()).isNotEqualTo(driver.history().initial());
        assertThat(driver.starts().count()).isEqualTo(starts);
        for (SearchResult other : List.of(candidates, shipped, sharded, restarts, planned)) {
            assertThat(bits(other)).as("%s", other.report()).isEqualTo(bits(driver));
        }
        Kernel kernel = Kernel.fastest(problem.architecture(), problem.loss());
        int shards = Shards.of(rows).count();
        assertThat(driver.report())
                .isEqualTo(new ExecutionReport("driver", kernel, Optional.empty(), 1, 1, 1, Optional.empty()));
        assertThat(candidates.report())
                .isEqualTo(new ExecutionReport("candidates", kernel, Optional.of("direct"), 1, 2, 1, Optional.empty()));
        assertThat(List.of(shipped.report(), sharded.report()))
                .containsOnly(new ExecutionReport(
                        "rows", kernel, Optional.of("direct"), 1, Math.min(2, shards), 1, Optional.empty()));
        assertThat(restarts.report())
                .isEqualTo(new ExecutionReport("restarts", kernel, Optional.empty(), 1, starts, 1, Optional.empty()));
        assertThat(planned.report().plan().orElseThrow().execution())
                .isEqualTo(planned.report().execution());
        assertThat(spark().getPersistentRDDs().size()).isZero();
    }

    /** What a checkpoint needs: any runner goes on from the state that another one left. */
    @Test
    void aSearchGoesOnInAnyExecutionWhereAnotherLeftIt() {
        RandomProblem problem = problem("squared", Activation.RELU, 2_500, 6);
        SearchRequest request = request(problem, 1);
        Split split = split(problem);
        SearchSettings settings = request.settings().search(SWEEPS);
        SearchRunner inDriver = new DriverExecution(request, split).rows().runner();
        CoordinateSearch whole = search(problem, settings, split);
        inDriver.run(whole, SearchListener.NONE, () -> false);
        CoordinateSearch begun = search(problem, settings.withMaxSweeps(1), split);
        inDriver.run(begun, SearchListener.NONE, () -> false);
        assertThat(whole.sweep()).isEqualTo(SWEEPS);

        for (Execution execution :
                List.of(new CandidatesExecution(spark(), request, split), RowsExecution.of(spark(), request, split))) {
            try (execution) {
                CoordinateSearch resumed = CoordinateSearch.resume(settings, begun.state());
                execution.rows().runner().run(resumed, SearchListener.NONE, () -> false);

                assertThat(resumed.state()).as(execution.report().execution()).isEqualTo(whole.state());
            }
        }
    }

    private static CoordinateSearch search(RandomProblem problem, SearchSettings settings, Split split) {
        double loss = new DirectLoss(problem.architecture(), split.training(), problem.loss())
                .of(problem.parameters().toArray());
        return new CoordinateSearch(settings, problem.parameters(), loss);
    }

    /** One that is cancelled in a start keeps what it reached and makes no further ones. */
    @Test
    void aCancelledSearchKeepsWhatItReached() {
        RandomProblem problem = problem("squared", Activation.RELU, 100, 5);
        List<Integer> ended = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onStart(Starts starts, int of) {
                ended.add(starts.count());
            }
        };
        try (Execution execution = new DriverExecution(request(problem, 4), split(problem))) {
            SearchResult result =
                    execution.search(new TrainingContext(Optional.empty(), listener, () -> ended.size() == 2));

            assertThat(result.starts().count()).isEqualTo(3);
            assertThat(result.history().status()).isEqualTo(TrainingHistory.Status.CANCELLED);
            assertThat(result.history().finalLoss())
                    .isEqualTo(result.starts().best().finalLoss());
        }
    }

    /** The reason is the channel's; the exception is one that a caller can name. */
    @Test
    void aSearchWhoseTasksLackSlotsFailsWithTheReason() {
        RandomProblem problem = problem("squared", Activation.RELU, 10_000, 6);
        ModelSettings settings = request(problem, 1).settings();
        ShardedTrainingRows rows = new ShardedTrainingRows(
                settings,
                ExecutorShards.of(spark(), problem.dataset()),
                Optional.empty(),
                Kernel.INCREMENTAL,
                spark(),
                Shards.MOST);

        assertThatExceptionOfType(SearchFailedException.class)
                .isThrownBy(() ->
                        new SearchModel(settings, problem.parameters()).search(rows, SWEEPS, TrainingContext.NONE))
                .withMessageMatching("\\d+ tasks must run at the same time, and there are 2 task slots: use at most so"
                        + " many partitions, or more executors or cores");
    }

    @Test
    void whatDoesNotServeIsRefusedInPlainWords() {
        RandomProblem problem = problem("squared", Activation.RELU, 100, 5);
        Split split = split(problem);
        SearchRequest direct = SearchRequest.of(
                request(problem, 1).settings().toBuilder().kernel(Kernel.DIRECT).build(), 1);
        SearchRequest exact = SearchRequest.of(
                request(problem, 1).settings().toBuilder()
                        .weightCandidates(new Interval(-1, 1))
                        .build(),
                1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowsExecution.of(spark(), direct, split))
                .withMessageStartingWith("kernel 'direct' is the reference on one table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CandidatesExecution(spark(), exact, split))
                .withMessage("a continuous range of candidates is not split over executors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchRequest(direct.settings(), Optional.empty(), 1, 0))
                .withMessage("a search needs at least 1 start, got 0");
    }
}
