package io.sweepnet.search.kernel.piecewise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sums that rule out candidates are their losses, within rounding, for every candidate and not only the best. */
class NarrowedLossesTest {

    private static final List<Activation> ACTIVATIONS =
            List.of(Activation.IDENTITY, Activation.RELU, Activation.LEAKY_RELU, Activation.STEP, Activation.SIGN);

    @ParameterizedTest
    @MethodSource("io.sweepnet.search.kernel.piecewise.ServedLosses#names")
    void theyAreThoseOfTheDirectRule(String loss) {
        int compared = 0;
        for (int seed = 0; seed < 200; seed++) {
            compared += compare(loss, seed);
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    /** Each activation, in layers beside and after all other kinds, and in the output layer. */
    @ParameterizedTest
    @MethodSource("io.sweepnet.search.kernel.piecewise.MixedNetworks#activationsAndLosses")
    void theyAreThoseOfTheDirectRuleInMixedNetworks(Activation activation, String loss) {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++) {
            compared += compare(MixedNetworks.problem(activation, loss, seed), new Random(seed));
        }
        assertThat(compared).isGreaterThan(1_500);
    }

    private static int compare(String name, int seed) {
        Random random = new Random(1000L * seed + 1);
        List<Integer> sizes = new ArrayList<>(List.of(1 + random.nextInt(4)));
        List<Activation> activations = new ArrayList<>();
        for (int layer = random.nextInt(4); layer > 0; layer--) {
            sizes.add(1 + random.nextInt(5));
            activations.add(ACTIVATIONS.get(random.nextInt(random.nextBoolean() ? 2 : ACTIVATIONS.size())));
        }
        sizes.add(2 + random.nextInt(2));
        activations.add(random.nextInt(4) > 0 ? Activation.IDENTITY : Activation.LEAKY_RELU);
        RandomProblem problem = new RandomProblem(
                new Architecture(sizes, activations),
                Losses.of(name),
                5 + random.nextInt(30),
                random.nextBoolean(),
                seed);
        return compare(problem, random);
    }

    private static int compare(RandomProblem problem, Random random) {
        long seed = problem.seed();
        Dataset dataset = problem.dataset();
        Parameters initial = problem.parameters();
        double[] parameters = initial.toArray();
        DirectLoss direct = new DirectLoss(problem.architecture(), dataset, problem.loss());
        int compared = 0;
        try (PiecewiseEvaluator evaluator = new PiecewiseEvaluator(initial, dataset, problem.loss(), 1)) {
            for (int number = 0; number < 10; number++) {
                int index = random.nextInt(parameters.length);
                ParameterIndex parameter = problem.architecture().parameterIndex(index);
                double low = -4 * random.nextDouble();
                Grid grid = Grid.of(low, low + 0.5 + 5 * random.nextDouble(), 20);
                Candidates candidates = number % 3 == 0 ? squares(grid) : grid;
                double[] losses = evaluator.narrowed(new Step(number, parameter, candidates, true, Ties.FIRST, seed));
                double current = parameters[index];
                for (int i = 0; i <= candidates.count(); i++) {
                    parameters[index] = i == candidates.count() ? current : candidates.value(i);
                    double expected = direct.of(parameters);
                    if (!Double.isNaN(losses[i])) {
                        assertThat(losses[i])
                                .as("%s, step %d, %s, candidate %d from %f", problem, number, parameter, i, current)
                                .isCloseTo(expected, Offset.offset(1e-9 * (1 + expected)));
                        compared++;
                    }
                }
                parameters[index] = random.nextBoolean() ? current : random.nextGaussian();
                evaluator.accept(parameter, parameters[index]);
            }
        }
        return compared;
    }

    /** An ascending list that is not evenly spaced. */
    private static Values squares(Grid grid) {
        double[] values = new double[grid.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.value(i) * Math.abs(grid.value(i));
        }
        return Values.of(values);
    }

    /** The weight has no effect on the second row, whose next unit is at its kink. */
    @Test
    void aRowWhoseInputIsZeroDoesNothing() {
        Architecture architecture = Architecture.of(1, List.of(1, 1), 1, List.of(Activation.RELU, Activation.RELU));
        Parameters initial = Parameters.of(architecture, new double[] {1, 2, 3, -6, 2, 1});
        Dataset dataset =
                Dataset.of(new double[][] {{1, 0, -1}}, new double[] {1, 2, 4}).canonical();
        ParameterIndex weight = ParameterIndex.weight(0, 0, 0);
        double[] parameters = initial.toArray();
        DirectLoss direct = new DirectLoss(architecture, dataset, new SquaredLoss());
        try (PiecewiseEvaluator evaluator = new PiecewiseEvaluator(initial, dataset, new SquaredLoss(), 1)) {
            Grid grid = Grid.of(-9, 9, 37);
            double[] losses = evaluator.narrowed(new Step(0, weight, grid, true, Ties.FIRST, 1));
            for (int i = 0; i < grid.count(); i++) {
                parameters[architecture.flatIndex(weight)] = grid.value(i);
                double expected = direct.of(parameters);
                assertThat(losses[i]).as("weight %f", grid.value(i)).isCloseTo(expected, within(1e-12 * expected));
            }
        }
    }

    /** One of the next units is at its kink, and the other would reach it if this unit could fall below 0. */
    @Test
    void aUnitThatStaysOffDoesNothing() {
        Architecture architecture = Architecture.of(1, List.of(1, 2), 1, List.of(Activation.RELU, Activation.RELU));
        Parameters initial = Parameters.of(architecture, new double[] {1, -5, 2, 2, 0, 1, 3, 4, 1});
        Dataset dataset =
                Dataset.of(new double[][] {{-1, 0, 1}}, new double[] {1, 2, 4}).canonical();
        ParameterIndex bias = ParameterIndex.bias(0, 0);
        double[] parameters = initial.toArray();
        DirectLoss direct = new DirectLoss(architecture, dataset, new SquaredLoss());
        try (PiecewiseEvaluator evaluator = new PiecewiseEvaluator(initial, dataset, new SquaredLoss(), 1)) {
            Grid grid = Grid.of(-9, 2, 23);
            double[] losses = evaluator.narrowed(new Step(0, bias, grid, true, Ties.FIRST, 1));
            for (int i = 0; i < grid.count(); i++) {
                parameters[architecture.flatIndex(bias)] = grid.value(i);
                assertThat(losses[i]).as("bias %f", grid.value(i)).isCloseTo(direct.of(parameters), within(1e-12));
            }
            Grid below = Grid.of(-9, -2, 15);
            losses = evaluator.narrowed(new Step(1, bias, below, true, Ties.FIRST, 1));
            for (int i = 0; i < below.count(); i++) {
                parameters[architecture.flatIndex(bias)] = below.value(i);
                assertThat(losses[i]).as("bias %f", below.value(i)).isCloseTo(direct.of(parameters), within(1e-12));
            }
        }
    }
}
