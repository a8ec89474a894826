package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.search.CandidateEvaluator;
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
import io.sweepnet.training.EvaluatorRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    private static final Grid GRID = Grid.of(-5, 5, 21);

    @Test
    void labelsAreThoseOfTheTables() {
        assertThat(Kernel.values()).extracting(Kernel::label).containsExactly("direct", "incremental", "piecewise");
    }

    @ParameterizedTest
    @EnumSource
    void theFastestServes(Activation activation) {
        for (String name : RandomProblem.lossNames()) {
            Loss loss = Losses.of(name);
            Architecture architecture = architecture(activation, loss);

            Kernel fastest = Kernel.fastest(architecture, loss);

            assertThat(fastest.serves(architecture, loss)).as("%s", fastest).isTrue();
            for (Kernel kernel : Kernel.values()) {
                if (kernel.compareTo(fastest) > 0) {
                    assertThat(kernel.serves(architecture, loss))
                            .as("%s", kernel)
                            .isFalse();
                }
            }
            assertThat(Kernel.DIRECT.serves(architecture, loss)).isTrue();
        }
    }

    /** The loss, the parameters, the losses evaluated: all the same, whatever kernel searches. */
    @ParameterizedTest
    @EnumSource
    void everyKernelFindsTheSameParameters(Activation activation) {
        for (long seed = 1; seed <= 10; seed++) {
            for (String name : List.of("squared", "absolute", "cross-entropy", "zero-one")) {
                Loss loss = Losses.of(name);
                RandomProblem problem = new RandomProblem(architecture(activation, loss), loss, 40, seed == 2, seed);
                List<Object> expected = searched(Kernel.DIRECT, problem);
                for (Kernel kernel : Kernel.values()) {
                    if (kernel.serves(problem.architecture(), loss)) {
                        assertThat(searched(kernel, problem))
                                .as("%s, %s", kernel, problem)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static List<Object> searched(Kernel kernel, RandomProblem problem) {
        SearchSettings settings = new SearchSettings(
                new SearchSpace(GRID, GRID),
                ParameterOrder.OUTPUT_FIRST,
                Ties.RANDOM,
                true,
                new StopRule(3, 0, 3),
                problem.seed());
        try (CandidateEvaluator evaluator = kernel.create(problem.parameters(), problem.dataset(), problem.loss())) {
            CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), evaluator.loss());
            EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
            return List.of(search.parameters(), search.loss(), search.candidateEvaluations());
        }
    }

    /** Every step of the direct kernel, and none of the incremental one, needs full forward passes. */
    @Test
    void directDecisionsAreStepsOfTheDirectKernel() {
        Loss loss = Losses.of("squared");
        Architecture architecture = architecture(Activation.RELU, loss);
        RandomProblem problem = new RandomProblem(architecture, loss, 40, false, 1);
        List<Long> decisions = new ArrayList<>();
        SearchSettings settings = new SearchSettings(
                new SearchSpace(GRID, GRID), ParameterOrder.OUTPUT_FIRST, Ties.FIRST, true, new StopRule(2, 0, 2), 1);
        for (Kernel kernel : List.of(Kernel.DIRECT, Kernel.INCREMENTAL)) {
            try (CandidateEvaluator evaluator = kernel.create(problem.parameters(), problem.dataset(), loss)) {
                CoordinateSearch search = new CoordinateSearch(settings, problem.parameters(), evaluator.loss());
                EvaluatorRunner.play(search, evaluator, SearchListener.NONE, () -> false);
                decisions.add(evaluator.directDecisions());
            }
        }

        assertThat(decisions).containsExactly(2L * architecture.parameterCount(), 0L);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECT", "INCREMENTAL"})
    void aKernelThatTriesValuesOneByOneRefusesContinuousRanges(Kernel kernel) {
        Loss loss = Losses.of("squared");
        Architecture architecture = architecture(Activation.RELU, loss);
        RandomProblem problem = new RandomProblem(architecture, loss, 5, false, 1);
        String tries = "kernel '" + kernel.label() + "' tries values one by one, and ";

        assertThat(kernel.refusal(architecture, loss, false)).isEmpty();
        assertThat(kernel.serves(architecture, loss, true)).isFalse();
        assertThat(kernel.refusal(architecture, loss, true))
                .contains(tries + "a continuous range has no end of them; use candidates = grid");
        try (CandidateEvaluator evaluator = kernel.create(problem.parameters(), problem.dataset(), loss)) {
            Step step = new Step(0, ParameterIndex.bias(0, 0), new Interval(-5, 5), true, Ties.FIRST, 0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> evaluator.best(step))
                    .withMessage(tries + "Interval[low=-5.0, high=5.0] has no end of them");
        }
    }

    /** Told by name, with all that are served. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLossWithoutPiecesIsRefusedByPiecewise(boolean isExact) {
        Loss loss = Losses.of("cross-entropy");
        Architecture architecture = architecture(Activation.RELU, loss);

        String refusal = Kernel.PIECEWISE.refusal(architecture, loss, isExact).orElseThrow();

        String known = Losses.names(other -> Kernel.PIECEWISE.serves(architecture, other, isExact), "and");
        assertThat(known).contains("absolute", "huber", "squared", "zero-one").doesNotContain("cross-entropy");
        assertThat(refusal)
                .isEqualTo("loss 'cross-entropy' is not made of pieces; " + known + " are"
                        + (isExact ? "; or use candidates = grid" : ""));
    }

    /** Told by name, in a hidden layer as on the outputs. */
    @ParameterizedTest
    @EnumSource(names = {"TANH", "SIGMOID"})
    void aSmoothActivationCannotBeSearchedExactly(Activation smooth) {
        Loss loss = Losses.of("squared");
        String refusal =
                "activation '" + smooth + "' has no pieces, so candidates = exact cannot serve it; use identity,"
                        + " relu, leaky-relu, step, sign, hard-tanh or hard-sigmoid, or candidates = grid";
        for (List<Activation> activations :
                List.of(List.of(smooth, Activation.IDENTITY), List.of(Activation.RELU, smooth))) {
            Architecture architecture = new Architecture(List.of(2, 3, 1), activations);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Kernel.fastest(architecture, loss, true))
                    .withMessage(refusal);
            assertThat(Kernel.INCREMENTAL.refusal(architecture, loss, true)).contains(refusal);
            assertThat(Kernel.fastest(architecture, loss, false)).isEqualTo(Kernel.fastest(architecture, loss));
        }
    }

    private static Architecture architecture(Activation activation, Loss loss) {
        return Architecture.of(3, List.of(4, 3), loss.isForClasses() ? 3 : 1, List.of(activation, activation));
    }
}
