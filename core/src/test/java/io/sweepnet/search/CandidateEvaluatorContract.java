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
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every evaluator must do: choose what a plain forward pass chooses, to the bit. Tables are in canonical order. In
 * all, the evaluator under test is made about 150 times and asked for the best about 2,100 times.
 */
public abstract class CandidateEvaluatorContract {

    private static final Candidates GRID = Grid.of(-3, 3, 13);
    private static final Candidates TERNARY = Values.of(-1, 0, 1);
    private static final Candidates SCATTERED = Values.of(0.5, -2, 3, 0, -1);
    private static final ParameterIndex FIRST_WEIGHT = ParameterIndex.weight(0, 0, 0);

    /** What is under test, at the given parameters. */
    protected abstract CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss);

    private EvaluatorPair pair(Parameters initial, Dataset dataset, Loss loss, Object problem) {
        return new EvaluatorPair(
                evaluator(initial, dataset, loss), new DirectEvaluator(initial, dataset, loss), problem);
    }

    private EvaluatorPair pair(RandomProblem problem) {
        return pair(problem.parameters(), problem.dataset(), problem.loss(), problem);
    }

    protected static Stream<Arguments> activationsAndLosses() {
        return Arrays.stream(Activation.values())
                .flatMap(activation -> RandomProblem.lossNames().stream().map(loss -> Arguments.of(activation, loss)));
    }

    /** Hidden layers of 4 and 3 units; then the function on the outputs as well. */
    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void everyActivationAndLoss(Activation activation, String name) {
        Loss loss = Losses.of(name);
        int outputs = loss.isForClasses() ? 3 : 1;
        Architecture deep =
                new Architecture(List.of(3, 4, 3, outputs), List.of(activation, activation, Activation.IDENTITY));
        Architecture bent = new Architecture(List.of(2, 2, 2), List.of(activation, activation));
        long seed = (activation.label() + name).hashCode();

        walk(new RandomProblem(deep, loss, 23, false, seed), 12);
        walk(new RandomProblem(bent, loss, 17, true, seed), 9);
    }

    /** Steps at random parameters with all kinds of settings; moves after each, also to values that are no candidate. */
    private void walk(RandomProblem problem, int steps) {
        Random random = new Random(problem.seed());
        try (EvaluatorPair pair = pair(problem)) {
            for (int number = 0; number < steps; number++) {
                ParameterIndex parameter = problem.architecture()
                        .parameterIndex(random.nextInt(problem.architecture().parameterCount()));
                Candidates candidates = number % 3 == 2 ? SCATTERED : GRID;
                Ties ties = random.nextBoolean() ? Ties.FIRST : Ties.RANDOM;
                Step step = new Step(number, parameter, candidates, number % 2 == 0, ties, problem.seed());
                Choice choice = pair.best(step);
                if (number % 5 == 4) {
                    pair.accept(parameter, random.nextDouble());
                } else if (choice.moves()) {
                    pair.accept(parameter, choice.value());
                }
            }
            assertThat(pair.loss()).as("%s", problem).isFinite();
        }
    }

    protected static Stream<List<Integer>> shapes() {
        return Stream.of(
                List.of(1, 2),
                List.of(5, 3),
                List.of(2, 1, 2),
                List.of(3, 6, 2),
                List.of(2, 3, 4, 3),
                List.of(1, 2, 2, 2, 2));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aWholeSearchOfEveryShape(List<Integer> sizes) {
        Architecture architecture = Architecture.of(
                sizes.get(0),
                sizes.subList(1, sizes.size() - 1),
                sizes.get(sizes.size() - 1),
                Collections.nCopies(sizes.size() - 2, Activation.RELU));
        for (String loss : List.of("squared", "cross-entropy")) {
            search(new RandomProblem(architecture, Losses.of(loss), 31, false, sizes.hashCode()));
        }
    }

    private void search(RandomProblem problem) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(GRID, TERNARY),
                ParameterOrder.OUTPUT_FIRST,
                Ties.FIRST,
                true,
                new StopRule(2, 0, 2),
                1);
        try (EvaluatorPair pair = pair(problem)) {
            double initial = pair.loss();
            CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), initial);

            EvaluatorRunner.play(search, pair, SearchListener.NONE, () -> false);

            assertThat(search.loss()).as("%s", problem).isLessThan(initial);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 513, 2_047, 2_500})
    void everyNumberOfRows(int rows) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));
        for (String loss : List.of("squared", "absolute", "zero-one")) {
            walk(new RandomProblem(architecture, Losses.of(loss), rows, rows % 2 == 0, rows), 6);
        }
    }

    @ParameterizedTest(name = "{0} shares")
    @ValueSource(ints = {1, 3, 8, 20})
    void sharesReduceToTheWhole(int shares) {
        Architecture smooth = Architecture.of(2, List.of(3), 2, List.of(Activation.RELU));
        Architecture flat = Architecture.of(2, List.of(3), 2, List.of(Activation.STEP));
        reduceShares(new RandomProblem(smooth, new SquaredLoss(), 19, false, 7), shares);
        reduceShares(new RandomProblem(flat, new ZeroOneLoss(), 19, false, 7), shares);
    }

    private void reduceShares(RandomProblem problem, int shares) {
        try (EvaluatorPair pair = pair(problem)) {
            for (int number = 0; number < 3; number++) {
                ParameterIndex parameter = problem.architecture().parameterIndex(5 * number);
                Ties ties = number == 1 ? Ties.FIRST : Ties.RANDOM;
                Step step = new Step(number, parameter, GRID, number != 2, ties, 3);

                Choice whole = pair.best(step);

                assertThat(pair.bestOfShares(step, shares))
                        .as("%s, %s", problem, step)
                        .isEqualTo(whole);
            }
        }
    }

    /** More shares than candidates leave some with nothing to evaluate: they stay, with no loss to show. */
    @Test
    void anEmptyShareStays() {
        RandomProblem problem =
                new RandomProblem(Architecture.of(1, List.of(), 1, List.of()), new SquaredLoss(), 5, false, 1);
        try (EvaluatorPair pair = pair(problem)) {
            Step step = new Step(0, FIRST_WEIGHT, TERNARY, true, Ties.FIRST, 0);

            assertThat(pair.best(step.share(1, 7, 0))).isEqualTo(new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, 0));
            assertThat(pair.bestOfShares(step, 7)).isEqualTo(pair.best(step));
        }
    }

    /** The loss is (w - 1)^2, and the current value 1 beats all candidates, none of which is near. */
    @ParameterizedTest
    @EnumSource
    void theCurrentValueTakesPartOnlyWhereTheStepSaysSo(Ties ties) {
        Dataset table = Dataset.of(new double[][] {{1, 1}}, new double[] {1, 1});
        try (EvaluatorPair pair = pair(linear(1, 1), table, new SquaredLoss(), "a line")) {
            Candidates far = Grid.of(4, 9, 6);

            Choice with = pair.best(new Step(0, FIRST_WEIGHT, far, true, ties, 0));
            Choice without = pair.best(new Step(1, FIRST_WEIGHT, far, false, ties, 0));

            assertThat(with).isEqualTo(new Choice(Choice.STAY, 1, 0, 0, 0));
            assertThat(without).isEqualTo(new Choice(0, 4, 9, 0, 0));
        }
    }

    /** Of candidates that tie the first wins, and staying wins before them all; the range in both directions. */
    @Test
    void firstTiesGoToTheLowestIndex() {
        try (EvaluatorPair pair = pair(linear(2, 0), plateau(), new ZeroOneLoss(), "a plateau")) {
            Candidates ascending = Values.of(-3, -2, -1, 1, 2, 3);
            Candidates descending = Values.of(3, 2, 1, -1, -2, -3);
            for (int shares : new int[] {1, 3, 8}) {
                Step up = new Step(0, FIRST_WEIGHT, ascending, false, Ties.FIRST, 0);
                Step down = new Step(0, FIRST_WEIGHT, descending, false, Ties.FIRST, 0);
                Step stay = new Step(0, FIRST_WEIGHT, ascending, true, Ties.FIRST, 0);

                assertThat(pair.bestOfShares(up, shares)).isEqualTo(new Choice(0, -3, 0.5, 0, 0));
                assertThat(pair.bestOfShares(down, shares)).isEqualTo(new Choice(0, 3, 0.5, 0, 0));
                assertThat(pair.bestOfShares(stay, shares)).isEqualTo(new Choice(Choice.STAY, 0, 0.5, 0, 0));
            }
        }
    }

    /** All candidates tie: over many steps each of them wins, staying too. */
    @Test
    void randomTiesGoToEveryCandidateInTurn() {
        try (EvaluatorPair pair = pair(linear(2, 0), plateau(), new ZeroOneLoss(), "a plateau")) {
            Set<Integer> winners = new HashSet<>();
            for (int number = 0; number < 40; number++) {
                Step step = new Step(number, FIRST_WEIGHT, Values.of(-3, -2, 1, 2), true, Ties.RANDOM, 5);
                Choice whole = pair.best(step);
                assertThat(pair.bestOfShares(step, 3)).isEqualTo(whole);
                winners.add(whole.index());
            }

            assertThat(winners).containsExactlyInAnyOrder(Choice.STAY, 0, 1, 2, 3);
        }
    }

    /** Two outputs, weights (w, 0): rows of x = 0 and x = 1 with either class at each; half are right, whatever w. */
    private static Dataset plateau() {
        return Dataset.of(new double[][] {{0, 0, 1, 1}}, new double[] {0, 1, 1, 0})
                .canonical();
    }

    /** Losses NaN, infinite, 0.48, 0 and 0.16: neither may win nor block, in whatever order they come. */
    @Test
    void aLossThatIsNotFiniteNeitherWinsNorBlocks() {
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {1});
        try (EvaluatorPair pair = pair(linear(1, -2), table, new RatioLoss(), "a line")) {
            for (Candidates values : List.of(Values.of(-2, -1, 0, 1, 2), Values.of(2, 1, 0, -1, -2))) {
                for (Ties ties : Ties.values()) {
                    Step step = new Step(0, FIRST_WEIGHT, values, true, ties, 0);

                    assertThat(pair.best(step)).isEqualTo(new Choice(values.value(3) == 1 ? 3 : 1, 1, 0, 0, 3));
                    assertThat(pair.bestOfShares(step, 3)).isEqualTo(pair.best(step));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withNoFiniteLossItStays(boolean withCurrent) {
        Dataset table = Dataset.of(new double[][] {{1}}, new double[] {1});
        try (EvaluatorPair pair = pair(linear(1, -3), table, new RatioLoss(), "a line")) {
            Step step = new Step(0, FIRST_WEIGHT, Values.of(-2, -1), withCurrent, Ties.FIRST, 0);

            assertThat(pair.best(step))
                    .isEqualTo(new Choice(Choice.STAY, Double.NaN, Double.NaN, 0, withCurrent ? 3 : 2));
            assertThat(pair.loss()).isNaN();
        }
    }

    /** Candidates so far out that squares overflow, and sums of units become infinity minus infinity. */
    @ParameterizedTest
    @EnumSource
    void candidatesThatOverflow(Activation activation) {
        Architecture architecture = Architecture.of(2, List.of(3, 2), 2, List.of(activation, activation));
        Candidates huge = Values.of(-1e308, -1e160, -1, 0.5, 1e160, 1e308);
        for (String loss : List.of("squared", "cross-entropy", "zero-one")) {
            RandomProblem problem = new RandomProblem(architecture, Losses.of(loss), 9, true, 4);
            try (EvaluatorPair pair = pair(problem)) {
                for (int number = 0; number < 8; number++) {
                    ParameterIndex parameter = architecture.parameterIndex(3 * number);
                    Choice choice = pair.best(new Step(number, parameter, huge, number % 2 == 0, Ties.FIRST, 0));
                    pair.accept(parameter, choice.moves() ? choice.value() : 1e100);
                }
                pair.loss();
            }
        }
    }

    @Test
    void bestChangesNothing() {
        RandomProblem problem = new RandomProblem(
                Architecture.of(2, List.of(3), 1, List.of(Activation.TANH)), new SquaredLoss(), 12, false, 2);
        try (EvaluatorPair pair = pair(problem)) {
            Step step = new Step(0, ParameterIndex.weight(0, 1, 1), GRID, true, Ties.FIRST, 0);
            double before = pair.loss();
            Choice choice = pair.best(step);

            assertThat(pair.best(step)).isEqualTo(choice);
            assertThat(pair.loss()).isEqualTo(before);
            pair.accept(step.parameter(), choice.value());
            assertThat(pair.loss()).isEqualTo(choice.loss()).isLessThan(before);
        }
    }

    /** One input and so many outputs; the first weight is given, all else is 0. */
    private static Parameters linear(int outputs, double firstWeight) {
        Architecture architecture = Architecture.of(1, List.of(), outputs, List.of());
        return Parameters.of(architecture, new double[architecture.parameterCount()])
                .with(FIRST_WEIGHT, firstWeight);
    }
}
