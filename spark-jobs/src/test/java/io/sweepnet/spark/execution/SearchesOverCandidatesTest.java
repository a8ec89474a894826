package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.channel.FaultyMembers;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.SearchSource;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole searches whose candidates are split choose, step by step, what the driver's plain forward passes choose. */
@Timeout(300)
class SearchesOverCandidatesTest {

    private static final int SWEEPS = 4;

    private static RandomProblem problem(String lossName, String activation, long seed) {
        Activation hidden = Activation.of(activation);
        Architecture architecture = Architecture.of(3, List.of(4, 3), 2, List.of(hidden, hidden));
        return new RandomProblem(architecture, Losses.of(lossName), 150, seed % 2 == 0, seed);
    }

    private static ModelSettings settings(RandomProblem problem, Ties ties) {
        return ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(Grid.of(-2, 2, 41))
                .biasCandidates(Values.of(-1, 0.5, 0, 2, -2))
                .ties(ties)
                .seed(problem.seed())
                .kernel(Kernel.DIRECT)
                .build();
    }

    private static TrainingHistory inDriver(RandomProblem problem, ModelSettings settings) {
        return new SearchModel(settings, problem.parameters()).search(problem.dataset(), SWEEPS);
    }

    private static SharedProblem shared(RandomProblem problem, Kernel kernel) {
        return new SharedProblem(
                LocalSpark.session().sparkContext(),
                new SearchProblem(problem.architecture(), problem.dataset(), problem.loss(), kernel, false));
    }

    private static void assertSame(TrainingHistory actual, TrainingHistory expected) {
        assertThat(actual.trained()).isEqualTo(expected.trained());
        assertThat(actual.iterations().stream().map(Iteration::loss))
                .isEqualTo(expected.iterations().stream().map(Iteration::loss).toList());
        assertThat(actual.stopReason()).isEqualTo(expected.stopReason());
        assertThat(actual.nonFiniteEvaluations()).isEqualTo(expected.nonFiniteEvaluations());
    }

    @ParameterizedTest
    @CsvSource({
        "squared, relu, piecewise, 1",
        "squared, relu, piecewise, 2",
        "squared, relu, piecewise, 7",
        "squared, relu, piecewise, 16",
        "squared, relu, piecewise, 50",
        "absolute, leaky-relu, piecewise, 3",
        "zero-one, step, piecewise, 2",
        "zero-one, relu, piecewise, 7",
        "cross-entropy, tanh, incremental, 2",
        "cross-entropy, relu, incremental, 7",
        "huber(0.75), sign, direct, 2",
        "squared, identity, piecewise, 5"
    })
    void anyNumberOfMembersChoosesWhatTheDriverChooses(String loss, String activation, String kernel, int members)
            throws Exception {
        int moved = 0;
        for (int seed = 1; seed <= 4; seed++) {
            RandomProblem problem = problem(loss, activation, seed);
            ModelSettings settings = settings(problem, seed % 2 == 0 ? Ties.FIRST : Ties.RANDOM);
            TrainingHistory expected = inDriver(problem, settings);
            FaultyMembers steady = new FaultyMembers(0, seed);
            assertSame(
                    ReportedSearch.history(problem, settings, SWEEPS, run(steady, problem, settings, kernel, members)),
                    expected);

            FaultyMembers faulty = new FaultyMembers(0.01, seed);
            List<double[]> reports = run(faulty, problem, settings, kernel, members);
            assertSame(ReportedSearch.history(problem, settings, SWEEPS, reports), expected);
            assertThat(faulty.lost()).as("attempts lost").isPositive();
            moved += expected.trained().equals(expected.initial()) ? 0 : 1;
        }
        assertThat(moved).as("searches that found something better").isGreaterThan(1);
    }

    private static List<double[]> run(
            FaultyMembers threads, RandomProblem problem, ModelSettings settings, String kernel, int members)
            throws Exception {
        SharedProblem shared = shared(problem, Kernel.valueOf(kernel.toUpperCase(Locale.ROOT)));
        SearchSettings search = settings.search(SWEEPS);
        double initialLoss = new DirectLoss(problem.architecture(), problem.dataset(), problem.loss())
                .of(problem.parameters().toArray());
        double[] start = new CoordinateSearch(search, problem.parameters(), initialLoss)
                .state()
                .toArray();
        try {
            return threads.run(
                    new CandidateMember(search, shared.broadcast()), Collections.nCopies(members, List.of(0)), start);
        } finally {
            shared.discard();
        }
    }

    /** The same search as tasks of a real Spark, on the channel and as a job per step. */
    @ParameterizedTest
    @CsvSource({"squared, relu, piecewise", "cross-entropy, tanh, incremental", "zero-one, step, direct"})
    void tasksOfSparkChooseWhatTheDriverChooses(String loss, String activation, String kernelName) {
        RandomProblem problem = problem(loss, activation, 5);
        ModelSettings settings = settings(problem, Ties.FIRST);
        TrainingHistory expected = inDriver(problem, settings);
        Kernel kernel = Kernel.valueOf(kernelName.toUpperCase(Locale.ROOT));
        InMemoryTrainingRows table = settings.rows(problem.dataset(), Optional.empty());

        // Several searches work on what is shared once.
        SharedProblem shared = shared(problem, kernel);
        BroadcastTable rows = new BroadcastTable(table, shared, 2);
        for (int search = 0; search < 2; search++) {
            assertSame(
                    new SearchModel(settings, problem.parameters()).search(rows, SWEEPS, TrainingContext.NONE),
                    expected);
        }

        EvaluatedRows inJobs = EvaluatedRows.of(
                settings,
                problem.dataset(),
                (initial, dataset, ofModel) -> new CandidatePartitionedEvaluator(3, shared, initial, shared::discard));
        assertSame(
                new SearchModel(settings, problem.parameters()).search(inJobs, SWEEPS, TrainingContext.NONE), expected);
    }

    /** Two that are started at the same time share the slots by taking turns, over candidates and over rows. */
    @Test
    void twoSearchesAtTheSameTimeBothEnd() throws Exception {
        SparkContext spark = LocalSpark.session().sparkContext();
        RandomProblem problem = problem("squared", "relu", 5);
        ModelSettings settings = settings(problem, Ties.FIRST);
        TrainingHistory expected = inDriver(problem, settings);
        TableShards blocks = new ShardedTable(spark, problem.dataset()).blocks();
        List<SearchSource> ways = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            InMemoryTrainingRows table = settings.rows(problem.dataset(), Optional.empty());
            ways.add(new BroadcastTable(table, shared(problem, Kernel.PIECEWISE), 2));
            ways.add(new ShardedTrainingRows(settings, blocks, Optional.empty(), Kernel.PIECEWISE, spark, 2));
        }
        ExecutorService pool = Executors.newFixedThreadPool(ways.size());
        try {
            List<Future<TrainingHistory>> searches = ways.stream()
                    .map(rows -> pool.submit(() ->
                            new SearchModel(settings, problem.parameters()).search(rows, SWEEPS, TrainingContext.NONE)))
                    .toList();
            for (Future<TrainingHistory> search : searches) {
                assertSame(search.get(), expected);
            }
        } finally {
            pool.shutdownNow();
            blocks.shards().unpersist();
        }
    }
}
