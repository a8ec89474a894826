package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.RatioLoss;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.loss.ZeroOneLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.DirectEvaluator;
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole searches with the reference evaluator. */
class CoordinateSearchTrialsTest {

    private static final Architecture LINE = Architecture.of(1, List.of(), 1, List.of());
    private static final StopRule FEW_SWEEPS = new StopRule(4, 0, 4);

    private record Outcome(CoordinateSearch search, StopReason reason, List<Sweep> sweeps) {}

    private static Outcome run(SearchSettings settings, Parameters initial, Dataset dataset, Loss loss) {
        List<Sweep> sweeps = new ArrayList<>();
        SearchListener listener = new SearchListener() {
            @Override
            public void onSweep(CoordinateSearch search, Sweep sweep) {
                sweeps.add(sweep);
            }
        };
        try (DirectEvaluator evaluator = new DirectEvaluator(initial, dataset, loss)) {
            CoordinateSearch search = new CoordinateSearch(settings, initial, evaluator.loss());
            StopReason reason = EvaluatorRunner.play(search, evaluator, listener, () -> false);
            assertThat(Double.toString(search.loss()))
                    .as("the recorded loss is that of the parameters")
                    .isEqualTo(Double.toString(evaluator.loss()));
            return new Outcome(search, reason, sweeps);
        }
    }

    private static SearchSettings settings(Candidates candidates, boolean keepCurrent) {
        return new SearchSettings(
                new SearchSpace(candidates, candidates),
                ParameterOrder.OUTPUT_FIRST,
                Ties.FIRST,
                keepCurrent,
                FEW_SWEEPS,
                42);
    }

    private static double weightOfRatio(Candidates weights, double initial, boolean keepCurrent, long nonFinite) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(weights, Values.of(0)),
                ParameterOrder.LAYER,
                Ties.FIRST,
                keepCurrent,
                new StopRule(1, 0, 1),
                42);
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {1});
        Parameters start = Parameters.of(LINE, new double[] {initial, 0});
        Outcome outcome = run(settings, start, table, new RatioLoss());
        assertThat(outcome.search().nonFiniteEvaluations()).isEqualTo(nonFinite);
        return outcome.search().parameters().get(0);
    }

    /** Losses of the weights -2 .. 2: NaN, infinite, 0.48, 0 and 0.16. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLossThatIsNotANumberNeverWinsNorBlocks(boolean keepCurrent) {
        int ofCurrent = keepCurrent ? 1 : 0;

        assertThat(weightOfRatio(Values.of(-2, -1, 0, 1, 2), 2, keepCurrent, 2)).isEqualTo(1);
        assertThat(weightOfRatio(Values.of(2, 1, 0, -1, -2), 2, keepCurrent, 2)).isEqualTo(1);
        assertThat(weightOfRatio(Grid.of(-2, 2, 5), -3, keepCurrent, 2 + ofCurrent))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutAFiniteCandidateTheWeightStays(boolean keepCurrent) {
        assertThat(weightOfRatio(Values.of(-2, -1), 0.75, keepCurrent, 2)).isEqualTo(0.75);
    }

    /** Nothing can be computed anywhere: weights stay, the search ends by its own rule and the counts tell. */
    @Test
    void aSearchWithoutAnyFiniteLossEnds() {
        Parameters start = Parameters.of(LINE, new double[] {-3, -1});
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {1});
        StopRule stop = new StopRule(9, 0, 2);
        SearchSettings settings = new SearchSettings(
                new SearchSpace(Values.of(-5, -4), Values.of(-2, -1)),
                ParameterOrder.LAYER,
                Ties.FIRST,
                true,
                stop,
                42);

        Outcome outcome = run(settings, start, table, new RatioLoss());

        assertThat(outcome.reason()).isEqualTo(StopReason.CONVERGED);
        assertThat(outcome.sweeps()).hasSize(2).allSatisfy(sweep -> {
            assertThat(sweep.loss()).isNaN();
            assertThat(sweep.accepted()).isZero();
            assertThat(sweep.candidateEvaluations()).isEqualTo(6);
        });
        assertThat(outcome.search().parameters()).isEqualTo(start);
        assertThat(outcome.search().nonFiniteEvaluations()).isEqualTo(12);
    }

    /** Three classes, features (1000, -1000) and (0, 0): scores of 20000 are no reason for a loss that is not finite. */
    @Test
    void hugeScoresHaveAFiniteLossEverywhere() {
        Dataset table = Dataset.of(new double[][] {{1000, 0}, {-1000, 0}}, new double[] {2, 0});
        Parameters start = Parameters.of(
                Architecture.of(2, List.of(), 3, List.of()), new double[] {10, -10, 0, 0, -10, 10, 0, 0, 0});

        Outcome outcome = run(settings(Grid.of(-10, 10, 5), true), start, table, Losses.of("cross-entropy"));

        assertThat(outcome.search().nonFiniteEvaluations()).isZero();
        assertThat(outcome.search().candidateEvaluations()).isGreaterThanOrEqualTo(9 * 6);
        assertThat(outcome.search().loss())
                .as("the first row is as good as certain, 20000 before")
                .isLessThan(Math.log(3));
    }

    /** 0-1 loss on a plateau: every weight is as good as any other. */
    @ParameterizedTest
    @CsvSource({"true, 0.25, 0.25", "false, -3, 3"})
    void ofEqualCandidatesTheFirstWinsAndStayingBeforeThem(boolean keepCurrent, double ascending, double descending) {
        Dataset table = Dataset.of(new double[][] {{0, 0, 1, 1}}, new double[] {0, 1, 1, 0});
        Parameters start = Parameters.of(Architecture.of(1, List.of(), 2, List.of()), new double[] {0.25, 0.25, 0, 0});

        Parameters up = run(settings(Values.of(-3, -1, 1, 3), keepCurrent), start, table, new ZeroOneLoss())
                .search()
                .parameters();
        Parameters down = run(settings(Values.of(3, 1, -1, -3), keepCurrent), start, table, new ZeroOneLoss())
                .search()
                .parameters();

        assertThat(up.get(ParameterIndex.weight(0, 1, 0))).isEqualTo(ascending);
        assertThat(down.get(ParameterIndex.weight(0, 1, 0))).isEqualTo(descending);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyParameterIsAValueOfTheGrid(long seed) {
        Grid grid = Grid.of(-1, 1, 21);
        Set<Double> allowed = new HashSet<>();
        IntStream.range(0, 21).forEach(i -> allowed.add(-1 + i * (2.0 / 20)));
        RandomProblem problem = problem(Activation.RELU, "squared", seed);

        Outcome outcome = run(settings(grid, false), problem.parameters(), problem.dataset(), problem.loss());

        assertThat(Arrays.stream(outcome.search().parameters().toArray()).boxed())
                .as("%s", problem)
                .isSubsetOf(allowed);
    }

    /** What stays where it began need not be on the grid; everything that moved is. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aParameterThatStaysKeepsItsInitialValue(long seed) {
        RandomProblem problem = problem(Activation.RELU, "squared", seed);
        Candidates apart = Values.of(0.6, 0.7, 0.8);

        Outcome outcome = run(settings(apart, true), problem.parameters(), problem.dataset(), problem.loss());

        double[] initial = problem.parameters().toArray();
        double[] trained = outcome.search().parameters().toArray();
        for (int i = 0; i < trained.length; i++) {
            assertThat(trained[i]).as("%s, parameter %d", problem, i).isIn(initial[i], 0.6, 0.7, 0.8);
        }
        assertThat(trained).as("%s", problem).isNotEqualTo(initial);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void ternaryWeightsStayTernary(long seed) {
        RandomProblem problem = problem(Activation.STEP, "zero-one", seed);
        double[] ternary = problem.parameters().toArray();
        Arrays.setAll(ternary, i -> Math.rint(ternary[i] / 2) + 0.0);
        Parameters start = Parameters.of(problem.architecture(), ternary);
        for (Ties ties : Ties.values()) {
            SearchSettings settings = new SearchSettings(
                    new SearchSpace(Values.of(-1, 0, 1), Values.of(-1, 0, 1)),
                    ParameterOrder.RANDOM,
                    ties,
                    true,
                    FEW_SWEEPS,
                    seed);

            Outcome outcome = run(settings, start, problem.dataset(), problem.loss());

            assertThat(Arrays.stream(outcome.search().parameters().toArray()).boxed())
                    .as("%s", problem)
                    .isSubsetOf(-1.0, 0.0, 1.0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void withTheCurrentValueNoSweepRaisesTheLoss(long seed) {
        for (String loss : RandomProblem.lossNames()) {
            for (Activation activation : List.of(Activation.LEAKY_RELU, Activation.SIGN)) {
                RandomProblem problem = problem(activation, loss, seed);
                double before;
                try (DirectEvaluator evaluator =
                        new DirectEvaluator(problem.parameters(), problem.dataset(), problem.loss())) {
                    before = evaluator.loss();
                }

                Outcome outcome =
                        run(settings(Grid.of(-3, 3, 8), true), problem.parameters(), problem.dataset(), problem.loss());

                for (Sweep sweep : outcome.sweeps()) {
                    assertThat(sweep.loss()).as("%s, %s", problem, sweep).isLessThanOrEqualTo(before);
                    before = sweep.loss();
                }
            }
        }
    }

    @Test
    void withoutTheCurrentValueALossMayRise() {
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {0.5});
        Parameters perfect = Parameters.of(LINE, new double[] {0.5, 0});

        Outcome outcome = run(settings(Values.of(-1, 1), false), perfect, table, new SquaredLoss());

        assertThat(outcome.sweeps().get(0).loss()).isEqualTo(0.25);
        assertThat(outcome.search().loss()).isEqualTo(0.25);
    }

    @Test
    void theSameSearchGivesTheSameBits() {
        RandomProblem problem = problem(Activation.STEP, "zero-one", 3);
        SearchSettings settings = new SearchSettings(
                new SearchSpace(Grid.of(-2, 2, 9), Grid.of(-2, 2, 9)),
                ParameterOrder.RANDOM,
                Ties.RANDOM,
                true,
                FEW_SWEEPS,
                5);
        SearchSettings otherSeed = new SearchSettings(
                new SearchSpace(Grid.of(-2, 2, 9), Grid.of(-2, 2, 9)),
                ParameterOrder.RANDOM,
                Ties.RANDOM,
                true,
                FEW_SWEEPS,
                6);

        Outcome once = run(settings, problem.parameters(), problem.dataset(), problem.loss());
        Outcome again = run(settings, problem.parameters(), problem.dataset(), problem.loss());
        Outcome other = run(otherSeed, problem.parameters(), problem.dataset(), problem.loss());

        assertThat(again.sweeps()).isEqualTo(once.sweeps());
        assertThat(again.search().parameters()).isEqualTo(once.search().parameters());
        assertThat(other.search().parameters()).isNotEqualTo(once.search().parameters());
    }

    private static RandomProblem problem(Activation activation, String loss, long seed) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(activation));
        return new RandomProblem(architecture, Losses.of(loss), 21, seed % 2 == 0, seed);
    }
}
