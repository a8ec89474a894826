package io.sweepnet.search.kernel.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Choices from continuous ranges whose best value is known. */
class ExactChoiceTest {

    private static final ParameterIndex WEIGHT = ParameterIndex.weight(0, 0, 0);
    private static final ParameterIndex BIAS = ParameterIndex.bias(0, 0);

    private static Choice best(
            Architecture architecture,
            String loss,
            double[] parameters,
            Dataset dataset,
            ParameterIndex parameter,
            Interval range,
            boolean keeps) {
        return best(architecture, loss, parameters, dataset, new Step(0, parameter, range, keeps, Ties.FIRST, 1));
    }

    private static Choice best(
            Architecture architecture, String loss, double[] parameters, Dataset dataset, Step step) {
        Parameters initial = Parameters.of(architecture, parameters);
        try (PiecewiseEvaluator evaluator = new PiecewiseEvaluator(initial, dataset, Losses.of(loss), 1)) {
            return evaluator.best(step);
        }
    }

    private static Dataset table(double[] x, double... y) {
        return Dataset.of(new double[][] {x}, new double[][] {y});
    }

    private static Architecture identityUnit() {
        return new Architecture(List.of(1, 1), List.of(Activation.IDENTITY));
    }

    @Test
    void aVertexIsFoundToTheRoundingOfValues() {
        Interval range = new Interval(-5, 5);
        double third = range.round(1.0 / 3);

        Choice choice =
                best(identityUnit(), "squared", new double[] {2, 0}, table(new double[] {3}, 1), WEIGHT, range, true);

        assertThat(choice.index()).isZero();
        assertThat(choice.value()).isEqualTo(third);
        assertThat(choice.loss()).isCloseTo(0, within(1e-20));
        Choice again = best(
                identityUnit(), "squared", new double[] {third, 0}, table(new double[] {3}, 1), WEIGHT, range, true);
        assertThat(again.index()).isEqualTo(Choice.STAY);
        assertThat(again.value()).isEqualTo(third);
    }

    /** The next unit starts at 0 and falls once this unit becomes active: nothing changes, and nothing ends the stretch. */
    @Test
    void aUnitThatStartsAtItsKinkAndMovesAwayIsNoBreakpoint() {
        Architecture architecture = Architecture.of(1, List.of(1, 1), 1, List.of(Activation.RELU, Activation.RELU));
        double[] parameters = {1, -3, -2, 0, 1, 0};

        Choice choice =
                best(architecture, "squared", parameters, table(new double[] {1}, 1), BIAS, new Interval(-9, 5), false);

        assertThat(choice.value()).isEqualTo(-2);
    }

    @Test
    void theEndOfTheRangeIsTakenWhereTheLossFallsTowardsIt() {
        for (double current : new double[] {-1, 0, 0.25, 7}) {
            Choice choice = best(
                    identityUnit(),
                    "squared",
                    new double[] {current, 0},
                    table(new double[] {1}, 3),
                    WEIGHT,
                    new Interval(0, 1),
                    false);
            assertThat(choice.value()).as("from %s", current).isEqualTo(1);
        }
    }

    /** Between the two middle targets every bias is a median. */
    @Test
    void theMiddleOfAFlatStretchIsTaken() {
        Dataset four = table(new double[4], -2, 0.25, 1.75, 3);
        Dataset three = table(new double[3], -2, 0.25, 3);
        Interval range = new Interval(-4, 4);

        assertThat(best(identityUnit(), "absolute", new double[] {0, 3}, four, BIAS, range, true)
                        .value())
                .isEqualTo(1);
        assertThat(best(identityUnit(), "absolute", new double[] {0, 1.5}, four, BIAS, range, true)
                        .index())
                .as("the current value is as good")
                .isEqualTo(Choice.STAY);
        assertThat(best(identityUnit(), "absolute", new double[] {0, 3}, three, BIAS, range, true)
                        .value())
                .isEqualTo(0.25);
    }

    /** A unit that is inactive for every weight below 0. */
    @Test
    void aDeadUnitMakesAFlatStretch() {
        Architecture architecture = new Architecture(List.of(1, 1, 1), List.of(Activation.RELU, Activation.IDENTITY));
        Dataset dataset = table(new double[] {1, 2}, 0, 0);
        Interval range = new Interval(-5, 3);

        Choice moved = best(architecture, "squared", new double[] {2, 0, 1, 0}, dataset, WEIGHT, range, true);
        Choice stayed = best(architecture, "squared", new double[] {-1, 0, 1, 0}, dataset, WEIGHT, range, true);
        Choice left = best(architecture, "squared", new double[] {-1, 0, 1, 0}, dataset, WEIGHT, range, false);

        assertThat(moved.value()).isEqualTo(-2.5);
        assertThat(stayed.index()).isEqualTo(Choice.STAY);
        assertThat(left.value()).as("around the current value").isEqualTo(-2.5);
    }

    /** step(0) = 1, at only the last value of the range. */
    @Test
    void aJumpAtTheEndOfTheRangeIsSeen() {
        Architecture architecture = new Architecture(List.of(1, 1), List.of(Activation.STEP));
        Dataset dataset = table(new double[] {0}, 1);

        for (double current : new double[] {-0.3, 0, 2, -5}) {
            Choice choice =
                    best(architecture, "squared", new double[] {0, current}, dataset, BIAS, new Interval(-1, 0), false);
            assertThat(choice.value()).as("from %s", current).isZero();
            assertThat(choice.loss()).isZero();
        }
    }

    /** One row is classified correctly on each side of 0, none at 0. */
    @Test
    void equalCountsGoToTheLowestValueOrAtRandom() {
        Architecture architecture = new Architecture(List.of(1, 2), List.of(Activation.IDENTITY));
        Dataset dataset = table(new double[] {1, -1}, 1, 1);
        double[] parameters = {3, 0, 0, 0};
        Interval range = new Interval(-4, 4);

        assertThat(best(architecture, "zero-one", parameters, dataset, WEIGHT, range, true)
                        .index())
                .isEqualTo(Choice.STAY);
        assertThat(best(architecture, "zero-one", parameters, dataset, WEIGHT, range, false)
                        .value())
                .isEqualTo(-2);
        Set<Double> winners = new HashSet<>();
        for (int number = 0; number < 40; number++) {
            Step step = new Step(number, WEIGHT, range, true, Ties.RANDOM, 5);
            winners.add(
                    best(architecture, "zero-one", parameters, dataset, step).value());
        }
        assertThat(winners).containsExactlyInAnyOrder(-2.0, 2.0, 3.0);
    }

    /** Sums overflow, so the direct rule tries even steps. */
    @Test
    void aRangeWhoseSquaresOverflowIsTriedAtPoints() {
        Dataset dataset = table(new double[] {1, 2}, 1, 2);
        Interval range = new Interval(-1e160, 1e160);

        Choice moved = best(identityUnit(), "squared", new double[] {9e159, 0}, dataset, WEIGHT, range, true);
        Choice stayed = best(identityUnit(), "squared", new double[] {1, 0}, dataset, WEIGHT, range, true);

        assertThat(moved.value()).as("in the middle, all others are infinite").isZero();
        assertThat(moved.loss()).isEqualTo(2.5);
        assertThat(moved.nonFinite()).isPositive();
        assertThat(stayed.index()).isEqualTo(Choice.STAY);
    }

    @ParameterizedTest
    @MethodSource("io.sweepnet.search.kernel.piecewise.ServedLosses#names")
    void aSearchNeverGetsWorse(String name) {
        Architecture architecture = new Architecture(
                List.of(3, 4, 3, 2), List.of(Activation.LEAKY_RELU, Activation.RELU, Activation.IDENTITY));
        for (int seed = 0; seed < 5; seed++) {
            RandomProblem problem = new RandomProblem(architecture, Losses.of(name), 60, seed == 0, seed);
            Interval range = new Interval(-3, 3);
            SearchSettings settings = new SearchSettings(
                    new SearchSpace(range, range),
                    ParameterOrder.RANDOM,
                    Ties.RANDOM,
                    true,
                    new StopRule(4, 0, 4),
                    seed);
            DirectLoss direct = new DirectLoss(architecture, problem.dataset(), problem.loss());
            double[] parameters = problem.parameters().toArray();
            double loss = direct.of(parameters);
            try (PiecewiseEvaluator evaluator =
                    new PiecewiseEvaluator(problem.parameters(), problem.dataset(), problem.loss(), 1)) {
                CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), evaluator.loss());
                while (search.ask().isPresent()) {
                    Step step = search.ask().orElseThrow();
                    Choice choice = evaluator.best(step);
                    if (choice.moves()) {
                        evaluator.accept(step.parameter(), choice.value());
                    }
                    parameters[architecture.flatIndex(step.parameter())] = choice.value();
                    double next = direct.of(parameters);
                    assertThat(next).as("%s, %s, %s", problem, step, choice).isLessThanOrEqualTo(loss);
                    loss = next;
                    search.tell(choice);
                    if (search.isSweepDone()) {
                        search.endSweep(evaluator.loss());
                    }
                }
            }
        }
    }
}
