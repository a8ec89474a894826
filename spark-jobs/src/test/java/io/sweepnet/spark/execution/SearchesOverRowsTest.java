package io.sweepnet.spark.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.TableFacts;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.model.GradientModel;
import io.sweepnet.model.ModelSettings;
import io.sweepnet.model.SearchModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import io.sweepnet.search.kernel.Kernel;
import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.channel.FaultyMembers;
import io.sweepnet.spark.execution.memory.RowMemory;
import io.sweepnet.training.EvaluatedRows;
import io.sweepnet.training.InMemoryTrainingRows;
import io.sweepnet.training.TrainingContext;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Iteration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole trainings over rows that stay on executors have the bits of those in the driver. */
@Timeout(300)
class SearchesOverRowsTest {

    private static final int SWEEPS = 3;

    private static RandomProblem problem(String loss, String activation, int rows, long seed) {
        Activation hidden = Activation.of(activation);
        Architecture architecture = Architecture.of(3, List.of(4, 3), 2, List.of(hidden, hidden));
        return new RandomProblem(architecture, Losses.of(loss), rows, seed % 2 == 0, seed);
    }

    private static ModelSettings settings(RandomProblem problem, Kernel kernel, Ties ties) {
        return ModelSettings.builder()
                .architecture(problem.architecture())
                .loss(problem.loss())
                .weightCandidates(Grid.of(-2, 2, 41))
                .biasCandidates(Values.of(-1, 0.5, 0, 2, -2))
                .ties(ties)
                .seed(problem.seed())
                .kernel(kernel)
                .build();
    }

    private static TableShards blocks(SparkContext spark, Dataset dataset) {
        TableShards shards = ExecutorShards.of(spark, dataset);
        return new TableShards(shards.rows(), shards.shards().cache());
    }

    private static void assertSame(TrainingHistory actual, TrainingHistory expected) {
        assertThat(actual.trained()).isEqualTo(expected.trained());
        assertThat(told(actual)).isEqualTo(told(expected));
        assertThat(actual.initialLoss()).isEqualTo(expected.initialLoss());
        assertThat(actual.finalLoss()).isEqualTo(expected.finalLoss());
        assertThat(actual.stopReason()).isEqualTo(expected.stopReason());
        assertThat(actual.nonFiniteEvaluations()).isEqualTo(expected.nonFiniteEvaluations());
    }

    private static List<Object> told(TrainingHistory history) {
        List<Object> all = new ArrayList<>();
        for (Iteration iteration : history.iterations()) {
            all.addAll(List.of(iteration.loss(), iteration.validationLoss(), iteration.accepted()));
        }
        return all;
    }

    /** The part of a table's shards that a member has, in memory as far as Spark is concerned. */
    private record Own(int first, List<Dataset> shards) implements ShardReader {

        static Own of(Dataset dataset, int member, int members) {
            List<Dataset> all = ExecutorShards.cut(dataset);
            int from = all.size() * member / members;
            return new Own(from, all.subList(from, all.size() * (member + 1) / members));
        }

        @Override
        public int count() {
            return shards.size();
        }

        @Override
        public Dataset read(int shard) {
            return shards.get(shard - first);
        }

        @Override
        public Dataset hold(int shard) {
            return read(shard);
        }

        @Override
        public boolean isInMemory(int shard) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "squared, relu, piecewise, 20000, 1",
        "squared, relu, piecewise, 20000, 2",
        "squared, leaky-relu, piecewise, 20000, 7",
        "squared, relu, piecewise, 20000, 16",
        "absolute, relu, piecewise, 5000, 2",
        "zero-one, step, piecewise, 5000, 3",
        "zero-one, relu, piecewise, 5000, 4",
        "cross-entropy, tanh, incremental, 3100, 3",
        "huber(0.75), sign, incremental, 5000, 2"
    })
    void anyNumberOfMembersChoosesWhatTheDriverChooses(
            String loss, String activation, String kernelName, int rows, int members) throws Exception {
        // Their tasks read Spark's configuration.
        LocalSpark.session();
        Kernel kernel = Kernel.valueOf(kernelName.toUpperCase(Locale.ROOT));
        for (int seed = 1; seed <= 2; seed++) {
            RandomProblem problem = problem(loss, activation, rows, seed);
            ModelSettings settings = settings(problem, kernel, seed % 2 == 0 ? Ties.FIRST : Ties.RANDOM);
            Dataset dataset = problem.dataset();
            TrainingHistory expected = new SearchModel(settings, problem.parameters()).search(dataset, SWEEPS);

            for (double losses : new double[] {0, 0.01}) {
                FaultyMembers threads = new FaultyMembers(losses, seed);
                double initialLoss = new DirectLoss(problem.architecture(), dataset, problem.loss())
                        .of(problem.parameters().toArray());
                RowProblem rowProblem = new RowProblem(
                        settings.search(SWEEPS),
                        problem.architecture(),
                        problem.loss(),
                        kernel,
                        TableFacts.of(dataset),
                        0,
                        false);
                double[] start = new CoordinateSearch(rowProblem.settings(), problem.parameters(), initialLoss)
                        .state()
                        .toArray();
                List<double[]> reports = threads.run(
                        new RowMember(rowProblem),
                        IntStream.range(0, members)
                                .mapToObj(k -> List.of(new ShardGroups.Readers(Own.of(dataset, k, members), null)))
                                .toList(),
                        start);
                assertSame(ReportedSearch.history(problem, settings, SWEEPS, reports), expected);
                assertThat(threads.lost() > 0).as("attempts lost").isEqualTo(losses > 0);
            }
        }
    }

    /** Real tasks, on the channel and in jobs, with rows to watch, kept or read for each question. */
    @ParameterizedTest
    @CsvSource({
        "squared, relu, piecewise, 300, 0.3",
        "squared, relu, piecewise, 9000, 0.3",
        "squared, relu, piecewise, 9000, 1e-12",
        "squared, relu, piecewise, 9000, 1e-6",
        "cross-entropy, tanh, incremental, 3100, 0.3",
        "cross-entropy, tanh, incremental, 3100, 1e-12",
        "zero-one, step, piecewise, 5000, 0.3"
    })
    void tasksOfSparkFindWhatTheDriverFinds(
            String loss, String activation, String kernelName, int rows, String shareOfHeap) {
        SparkContext spark = LocalSpark.session().sparkContext();
        Kernel kernel = Kernel.valueOf(kernelName.toUpperCase(Locale.ROOT));
        RandomProblem problem = problem(loss, activation, rows, 2);
        ModelSettings settings = settings(problem, kernel, Ties.FIRST);
        Dataset watched = problem(loss, activation, 3000, 4).dataset();
        InMemoryTrainingRows table = settings.rows(problem.dataset(), Optional.of(watched));
        TrainingHistory expected =
                new SearchModel(settings, problem.parameters()).search(table, SWEEPS, TrainingContext.NONE);
        TableShards training = blocks(spark, problem.dataset());
        TableShards validation = blocks(spark, watched);
        SparkEnv.get().conf().set(RowMemory.KEY, shareOfHeap);
        try {
            ShardedTrainingRows distributed =
                    new ShardedTrainingRows(settings, training, Optional.of(validation), kernel, spark, 2);
            TrainingHistory history =
                    new SearchModel(settings, problem.parameters()).search(distributed, SWEEPS, TrainingContext.NONE);
            assertSame(history, expected);
        } finally {
            SparkEnv.get().conf().remove(RowMemory.KEY);
            training.shards().unpersist();
            validation.shards().unpersist();
        }
    }

    @ParameterizedTest
    @CsvSource({"squared, relu, piecewise, 5000", "cross-entropy, tanh, incremental, 2500"})
    void jobsFindWhatTheDriverFinds(String loss, String activation, String kernelName, int rows) {
        SparkContext spark = LocalSpark.session().sparkContext();
        Kernel kernel = Kernel.valueOf(kernelName.toUpperCase(Locale.ROOT));
        RandomProblem problem = problem(loss, activation, rows, 2);
        ModelSettings settings = settings(problem, kernel, Ties.FIRST);
        TrainingHistory expected = new SearchModel(settings, problem.parameters()).search(problem.dataset(), SWEEPS);
        TableShards training = blocks(spark, problem.dataset());
        RowProblem rowProblem = new RowProblem(
                settings.search(SWEEPS),
                problem.architecture(),
                problem.loss(),
                kernel,
                TableFacts.of(problem.dataset()),
                0,
                false);
        EvaluatedRows inJobs = EvaluatedRows.of(
                settings,
                problem.dataset(),
                (initial, dataset, ofModel) ->
                        rowProblem.evaluator(initial, new JobAnswers(rowProblem, training, initial)));

        assertSame(
                new SearchModel(settings, problem.parameters()).search(inJobs, SWEEPS, TrainingContext.NONE), expected);
        training.shards().unpersist();
    }

    @ParameterizedTest
    @CsvSource({"squared, relu, 300", "squared, tanh, 9000", "cross-entropy, relu, 5000"})
    void gradientsAreThoseOfTheDriver(String loss, String activation, int rows) {
        SparkContext spark = LocalSpark.session().sparkContext();
        RandomProblem problem = problem(loss, activation, rows, 2);
        ModelSettings settings = settings(problem, Kernel.INCREMENTAL, Ties.FIRST);
        TrainingHistory expected = new GradientModel(settings, problem.parameters()).train(problem.dataset(), 8, 0.05);
        TableShards training = blocks(spark, problem.dataset());
        ShardedTrainingRows distributed =
                new ShardedTrainingRows(settings, training, Optional.empty(), Kernel.INCREMENTAL, spark, 2);

        assertSame(
                new GradientModel(settings, problem.parameters()).train(distributed, 8, 0.05, TrainingContext.NONE),
                expected);
        training.shards().unpersist();
    }

    /** The first sweeps see the rows that they see in the driver. */
    @ParameterizedTest
    @CsvSource({"300, 0.4", "9000, 0.1", "300, 1e-9"})
    void aSampleIsThatOfTheDriver(int rows, double share) {
        SparkContext spark = LocalSpark.session().sparkContext();
        RandomProblem problem = problem("squared", "relu", rows, 2);
        ModelSettings settings = settings(problem, Kernel.PIECEWISE, Ties.FIRST).toBuilder()
                .sample(share)
                .build();
        TrainingHistory expected = new SearchModel(settings, problem.parameters()).search(problem.dataset(), 4);
        TableShards training = blocks(spark, problem.dataset());
        ShardedTrainingRows distributed =
                new ShardedTrainingRows(settings, training, Optional.empty(), Kernel.PIECEWISE, spark, 2);

        assertSame(
                new SearchModel(settings, problem.parameters()).search(distributed, 4, TrainingContext.NONE), expected);
        training.shards().unpersist();
    }

    /** All hidden units are 0 on every row, far from any candidate. */
    @ParameterizedTest
    @CsvSource({"300", "5000"})
    void aDeadSearchIsDeadOverRowsToo(int rows) {
        SparkContext spark = LocalSpark.session().sparkContext();
        RandomProblem problem = problem("squared", "relu", rows, 2);
        ModelSettings settings = settings(problem, Kernel.PIECEWISE, Ties.FIRST);
        double[] flat = problem.parameters().toArray();
        Architecture architecture = problem.architecture();
        Arrays.fill(flat, architecture.biasOffset(0), architecture.biasOffset(0) + 4, -100);
        Parameters dead = Parameters.of(architecture, flat);
        ModelSettings stuck =
                settings.toBuilder().biasCandidates(Values.of(-100, -101)).build();
        TrainingHistory expected = new SearchModel(stuck, dead).search(problem.dataset(), SWEEPS);
        TableShards training = blocks(spark, problem.dataset());
        ShardedTrainingRows distributed =
                new ShardedTrainingRows(stuck, training, Optional.empty(), Kernel.PIECEWISE, spark, 2);

        assertThat(expected.stopReason()).isEqualTo("dead");
        assertSame(new SearchModel(stuck, dead).search(distributed, SWEEPS, TrainingContext.NONE), expected);
        assertThat(distributed.isDead(stuck.search(SWEEPS), expected.trained())).isTrue();
        assertThat(distributed.isDead(stuck.search(SWEEPS), problem.parameters()))
                .isFalse();
        training.shards().unpersist();
    }
}
