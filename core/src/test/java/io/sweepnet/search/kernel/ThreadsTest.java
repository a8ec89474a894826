package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.CandidateEvaluatorContract;
import io.sweepnet.search.Choice;
import io.sweepnet.search.CoordinateSearch;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.ParameterOrder;
import io.sweepnet.search.SearchListener;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.SearchSpace;
import io.sweepnet.search.Step;
import io.sweepnet.search.StopRule;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.incremental.IncrementalEvaluator;
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads: the contract, and the bits of the direct kernel whatever their number. */
@Timeout(300)
class ThreadsTest extends CandidateEvaluatorContract {

    private static final Grid GRID = Grid.of(-3, 3, 11);

    @Override
    protected CandidateEvaluator evaluator(Parameters initial, Dataset dataset, Loss loss) {
        return new IncrementalEvaluator(initial, dataset, loss, 3);
    }

    /** Up to nine shards, whole searches with moves; the last row count leaves shards of different sizes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1_000, 5_000, 9_999})
    void anyNumberOfThreadsGivesTheBitsOfTheDirectKernel(int rows) {
        for (String name : List.of("squared", "absolute", "cross-entropy", "zero-one")) {
            Loss loss = Losses.of(name);
            Architecture architecture =
                    Architecture.of(3, List.of(3, 2), 2, List.of(Activation.RELU, Activation.LEAKY_RELU));
            for (boolean weighted : new boolean[] {false, true}) {
                RandomProblem problem = new RandomProblem(architecture, loss, rows, weighted, rows + name.hashCode());
                List<Object> expected = searched(Kernel.DIRECT, problem, 1);
                for (Kernel kernel : KernelTrial.fastKernels()) {
                    if (kernel.serves(architecture, loss)) {
                        for (int threads : new int[] {1, 2, 3, 8}) {
                            assertThat(searched(kernel, problem, threads))
                                    .as("%s, %d threads, %s", kernel, threads, problem)
                                    .isEqualTo(expected);
                        }
                    }
                }
            }
        }
    }

    /** Where the direct rule decides nothing, the loss that a kernel's own sums give and its bound are the same too. */
    @ParameterizedTest
    @ValueSource(strings = {"squared", "huber", "zero-one"})
    void narrowingHasTheSameBitsWithAnyNumberOfThreads(String name) {
        Loss loss = Losses.of(name);
        Architecture architecture =
                Architecture.of(3, List.of(4, 3), 2, List.of(Activation.RELU, Activation.LEAKY_RELU));
        RandomProblem problem = new RandomProblem(architecture, loss, 20_000, true, name.hashCode());
        assertThat(choices(problem, 2)).isEqualTo(choices(problem, 1));
        assertThat(choices(problem, 5)).isEqualTo(choices(problem, 1));
    }

    /** Parts one after the other, beside a grid whose values are among those of the range: never worse than the grid. */
    @ParameterizedTest
    @ValueSource(strings = {"squared", "absolute", "zero-one"})
    void aContinuousRangeOverSeveralParts(String name) {
        Loss loss = Losses.of(name);
        Architecture architecture =
                Architecture.of(3, List.of(4, 3), 2, List.of(Activation.RELU, Activation.LEAKY_RELU));
        RandomProblem problem = new RandomProblem(architecture, loss, 20_000, true, name.hashCode());
        Interval range = new Interval(-3, 3);
        double[] parameters = problem.parameters().toArray();
        DirectLoss direct = new DirectLoss(architecture, problem.dataset(), loss);
        try (CandidateEvaluator one =
                        Kernel.PIECEWISE.create(problem.parameters(), problem.dataset(), problem.loss(), 1);
                CandidateEvaluator several =
                        Kernel.PIECEWISE.create(problem.parameters(), problem.dataset(), problem.loss(), 3)) {
            for (int i = 0; i < parameters.length; i++) {
                ParameterIndex parameter = architecture.parameterIndex(i);
                Choice choice = one.best(new Step(i, parameter, range, true, Ties.FIRST, 1));
                assertThat(several.best(new Step(i, parameter, range, true, Ties.FIRST, 1)))
                        .isEqualTo(choice);
                Choice ofGrid = several.best(new Step(i, parameter, GRID, true, Ties.FIRST, 1));
                double current = parameters[i];
                parameters[i] = ofGrid.value();
                double gridLoss = direct.of(parameters);
                parameters[i] = choice.value();
                assertThat(direct.of(parameters))
                        .as("%s, %s", parameter, problem)
                        .isLessThanOrEqualTo(gridLoss);
                parameters[i] = choice.moves() ? choice.value() : current;
                if (choice.moves()) {
                    one.accept(parameter, choice.value());
                    several.accept(parameter, choice.value());
                }
            }
        }
    }

    private static List<Choice> choices(RandomProblem problem, int threads) {
        List<Choice> choices = new ArrayList<>();
        try (CandidateEvaluator evaluator =
                Kernel.PIECEWISE.create(problem.parameters(), problem.dataset(), problem.loss(), threads)) {
            for (int i = 0; i < problem.architecture().parameterCount(); i++) {
                ParameterIndex parameter = problem.architecture().parameterIndex(i);
                Choice choice = evaluator.best(new Step(i, parameter, GRID, true, Ties.FIRST, 1));
                choices.add(choice);
                if (choice.moves()) {
                    evaluator.accept(parameter, choice.value());
                }
            }
        }
        return choices;
    }

    private static List<Object> searched(Kernel kernel, RandomProblem problem, int threads) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(GRID, GRID),
                ParameterOrder.LAYER,
                Ties.FIRST,
                true,
                new StopRule(1, 0, 1),
                problem.seed());
        Dataset dataset = problem.dataset();
        try (CandidateEvaluator evaluator = kernel.create(problem.parameters(), dataset, problem.loss(), threads)) {
            double initial = evaluator.loss();
            CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), initial);
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
            return List.of(initial, search.parameters(), search.loss(), search.candidateEvaluations());
        }
    }

    /** More candidates than are summed at once: 2,500, with the current value in the first block, and slices of them. */
    @Test
    void candidatesInSeveralBlocks() {
        Architecture architecture = Architecture.of(2, List.of(2), 1, List.of(Activation.RELU));
        RandomProblem problem = new RandomProblem(architecture, new SquaredLoss(), 2_100, true, 8);
        try (CandidateEvaluator direct = Kernel.DIRECT.create(problem.parameters(), problem.dataset(), problem.loss());
                CandidateEvaluator threads =
                        Kernel.INCREMENTAL.create(problem.parameters(), problem.dataset(), problem.loss(), 2)) {
            Grid grid = Grid.of(-3, 3, 2_500);
            for (Grid candidates : List.of(grid, grid.slice(100, 1_123), grid.slice(1_020, 2_050))) {
                for (Ties ties : Ties.values()) {
                    ParameterIndex parameter = ParameterIndex.weight(1, 0, 1);
                    Step step = new Step(3, parameter, candidates, ties == Ties.FIRST, ties, 9);
                    Choice choice = threads.best(step);
                    assertThat(choice).as("%s", step).isEqualTo(direct.best(step));
                }
            }
        }
    }

    /** A shard is one thread's, and the direct kernel always works alone. */
    @Test
    void noMoreThreadsThanShards() {
        assertThat(Kernel.INCREMENTAL.threads(8, 2_047)).isEqualTo(1);
        assertThat(Kernel.INCREMENTAL.threads(8, 2_048)).isEqualTo(2);
        assertThat(Kernel.INCREMENTAL.threads(8, 1_000_000)).isEqualTo(8);
        assertThat(Kernel.INCREMENTAL.threads(1_000, 1_000_000)).isEqualTo(64);
        assertThat(Kernel.PIECEWISE.threads(8, 7_168)).isEqualTo(1);
        assertThat(Kernel.PIECEWISE.threads(8, 7_169)).isEqualTo(2);
        assertThat(Kernel.PIECEWISE.threads(1_000, 1_000_000)).isEqualTo(16);
        assertThat(Kernel.DIRECT.threads(8, 1_000_000)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAtLeastOneThread(Kernel kernel) {
        Architecture architecture = Architecture.of(1, List.of(), 1, List.of());
        RandomProblem problem = new RandomProblem(architecture, new SquaredLoss(), 5, false, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.create(problem.parameters(), problem.dataset(), problem.loss(), 0))
                .withMessage("a search needs at least 1 thread, got 0");
    }

    /** The evaluator owns its threads, and goes with them. */
    @Test
    void aClosedEvaluatorHasNoThreads() {
        Architecture architecture = Architecture.of(1, List.of(), 1, List.of());
        RandomProblem problem = new RandomProblem(architecture, new SquaredLoss(), 4_096, false, 1);
        CandidateEvaluator evaluator =
                Kernel.INCREMENTAL.create(problem.parameters(), problem.dataset(), problem.loss(), 4);
        evaluator.loss();

        evaluator.close();

        assertThatThrownBy(evaluator::loss).isInstanceOf(IllegalStateException.class);
    }
}
