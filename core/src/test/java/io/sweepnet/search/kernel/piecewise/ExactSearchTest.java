package io.sweepnet.search.kernel.piecewise;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The best of a continuous range is at least as good as the best of a dense grid over it. */
class ExactSearchTest {

    private static final List<Activation> ACTIVATIONS =
            List.of(Activation.RELU, Activation.IDENTITY, Activation.LEAKY_RELU, Activation.STEP, Activation.SIGN);

    private static final int PROBLEMS = Integer.getInteger("sweepnet.exact.problems", 60);
    private static final int POINTS = 20_001;
    private static final int DENSE_POINTS = 100_001;

    @ParameterizedTest
    @MethodSource("io.sweepnet.search.kernel.piecewise.ServedLosses#names")
    void noDenseGridIsBetter(String loss) {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            play(problem(loss, seed), new Random(seed));
        }
    }

    /** Each activation, in layers beside and after all other kinds, and in the output layer. */
    @ParameterizedTest
    @MethodSource("io.sweepnet.search.kernel.piecewise.MixedNetworks#activationsAndLosses")
    void noDenseGridIsBetterInMixedNetworks(Activation activation, String loss) {
        for (int seed = 1; seed <= PROBLEMS / 6; seed++) {
            play(MixedNetworks.problem(activation, loss, seed), new Random(seed));
        }
    }

    private static RandomProblem problem(String loss, int seed) {
        Random random = new Random(1000L * seed + 7);
        List<Integer> sizes = new ArrayList<>(List.of(1 + random.nextInt(4)));
        List<Activation> activations = new ArrayList<>();
        for (int layer = random.nextInt(4); layer > 0; layer--) {
            sizes.add(1 + random.nextInt(5));
            activations.add(ACTIVATIONS.get(random.nextInt(random.nextBoolean() ? 2 : ACTIVATIONS.size())));
        }
        sizes.add(Losses.of(loss).isForClasses() ? 2 + random.nextInt(2) : 1 + random.nextInt(2));
        activations.add(random.nextInt(4) > 0 ? Activation.IDENTITY : Activation.LEAKY_RELU);
        Architecture architecture = new Architecture(sizes, activations);
        return new RandomProblem(architecture, Losses.of(loss), 2 + random.nextInt(25), random.nextBoolean(), seed);
    }

    private static void play(RandomProblem problem, Random random) {
        Dataset dataset = problem.dataset();
        double[] parameters = problem.parameters().toArray();
        DirectLoss direct = new DirectLoss(problem.architecture(), dataset, problem.loss());
        try (CandidateEvaluator exact =
                        new PiecewiseEvaluator(problem.parameters(), dataset, problem.loss(), 1, 64, 1000);
                CandidateEvaluator other = new PiecewiseEvaluator(
                        problem.parameters(), dataset, problem.loss(), 2, problem.seed() % 2 == 0 ? 2 : 256, 1);
                CandidateEvaluator dense = new IncrementalEvaluator(problem.parameters(), dataset, problem.loss())) {
            for (int number = 0; number < 3; number++) {
                int index = random.nextInt(parameters.length);
                ParameterIndex parameter = problem.architecture().parameterIndex(index);
                Interval range = range(random, parameters[index]);
                boolean keeps = random.nextBoolean();
                Ties ties = random.nextBoolean() ? Ties.FIRST : Ties.RANDOM;
                Step step = new Step(number, parameter, range, keeps, ties, problem.seed());
                Grid grid = Grid.of(range.low(), range.high(), problem.seed() % 10 == 0 ? DENSE_POINTS : POINTS);

                Choice found = exact.best(step);
                Choice best = dense.best(new Step(number, parameter, grid, keeps, ties, problem.seed()));

                String description =
                        problem + ", step " + step + " from " + parameters[index] + ": " + found + ", grid " + best;
                double current = parameters[index];
                parameters[index] = found.value();
                double loss = direct.of(parameters);
                assertThat(loss).as(description).isLessThanOrEqualTo(best.loss() + 1e-12 * (1 + best.loss()));
                assertThat(found.loss()).as(description).isBetween(loss - 1e-8 * (1 + loss), loss + 1e-8 * (1 + loss));
                assertThat(found.value())
                        .as(description)
                        .isEqualTo(found.moves() ? range.round(found.value()) : current);
                Choice second = other.best(step);
                assertThat(second.index()).as(description).isEqualTo(found.index());
                // Where sums cancel, the order of summing may change the last digits of a vertex.
                assertThat(second.value())
                        .as("%s, other %s", description, second)
                        .isCloseTo(found.value(), Offset.offset(1e-11 * (range.high() - range.low())));
                for (CandidateEvaluator each : List.of(exact, other, dense)) {
                    each.accept(parameter, parameters[index]);
                }
            }
        }
    }

    private static Interval range(Random random, double current) {
        return switch (random.nextInt(6)) {
            case 0 -> new Interval(0.5, 4);
            case 1 -> new Interval(-5, -3);
            case 2 -> new Interval(current, current + 2);
            case 3 -> new Interval(current - 3, current);
            case 4 -> new Interval(-100, 100);
            default -> new Interval(-3, 3);
        };
    }
}
