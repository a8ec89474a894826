package io.sweepnet.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RandomProblem;
import io.sweepnet.data.Dataset;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.Losses;
import io.sweepnet.loss.SquaredLoss;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against differences of the direct loss, which knows nothing of backpropagation. */
class BackpropagationTest {

    /** Step of the differences. */
    private static final double H = 5e-4;

    /** What a component may be off, relative to itself or to a thousandth of the largest, whichever is more. */
    private static final double RELATIVE = 1e-8;

    static Stream<Arguments> activationsAndLosses() {
        return Arrays.stream(Activation.values())
                .filter(Activation::isDifferentiable)
                .flatMap(activation -> RandomProblem.lossNames().stream()
                        .map(Losses::of)
                        .filter(Loss::isDifferentiable)
                        .map(loss -> Arguments.of(activation, loss)));
    }

    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void gradientIsTheSlopeOfTheLoss(Activation activation, Loss loss) {
        Architecture deep = Architecture.of(3, List.of(4, 3), 2, List.of(activation, activation));
        Architecture bent = new Architecture(List.of(2, 3, 2), List.of(activation, activation));
        for (boolean weighted : new boolean[] {false, true}) {
            assertAllRows(SmoothProblem.of(deep, loss, 6, weighted, 1));
            assertAllRows(SmoothProblem.of(bent, loss, 7, weighted, 1));
        }
    }

    private static void assertAllRows(SmoothProblem problem) {
        Backpropagation backpropagation = new Backpropagation(
                problem.architecture(),
                problem.dataset(),
                problem.loss(),
                problem.dataset().rows());
        backpropagation.load(IntStream.range(0, backpropagation.rows()).toArray(), 0);

        assertGradient(backpropagation, problem, problem.dataset());
    }

    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void gradientOfABatchIsThatOfItsRowsAlone(Activation activation, Loss loss) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(activation));
        SmoothProblem problem = SmoothProblem.of(architecture, loss, 9, true, 50);
        Backpropagation backpropagation = new Backpropagation(architecture, problem.dataset(), problem.loss(), 4);
        int[] order = {8, 3, 0, 5, 1, 7, 2, 4, 6};
        for (int from : new int[] {0, 4, 5}) {
            backpropagation.load(order, from);

            assertGradient(backpropagation, problem, problem.dataset().rows(Arrays.copyOfRange(order, from, from + 4)));
        }
    }

    private static void assertGradient(Backpropagation backpropagation, SmoothProblem problem, Dataset rows) {
        DirectLoss direct = new DirectLoss(problem.architecture(), rows, problem.loss());
        double expectedLoss = direct.of(problem.parameters());

        double loss = backpropagation.loss(problem.parameters());
        double[] gradient = backpropagation.gradient();

        assertThat(loss).as("%s", problem).isCloseTo(expectedLoss, within(expectedLoss * 1e-13));
        double[] slopes = slopes(direct, problem.parameters());
        double largest = Arrays.stream(slopes).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < slopes.length; i++) {
            double scale = Math.max(Math.abs(slopes[i]), largest / 1000);
            assertThat(gradient[i])
                    .as("%s, %s", problem, problem.architecture().parameterIndex(i))
                    .isCloseTo(slopes[i], within(RELATIVE * scale + roundingOfSlopes(expectedLoss)));
        }
    }

    /** The rounding of {@link #slopes}: 18 times half a unit in the last place of a loss, divided by 12 h. */
    private static double roundingOfSlopes(double loss) {
        return 18 * Math.ulp(loss) / 2 / (12 * H);
    }

    /** Five-point central differences: with this step, truncation and rounding are both below 1e-11. */
    private static double[] slopes(DirectLoss loss, double[] parameters) {
        double[] at = parameters.clone();
        double[] slopes = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double[] f = new double[5];
            for (int k = 0; k < 5; k++) {
                at[i] = parameters[i] + (k - 2) * H;
                f[k] = loss.of(at);
            }
            at[i] = parameters[i];
            slopes[i] = (8 * (f[3] - f[1]) - (f[4] - f[0])) / (12 * H);
        }
        return slopes;
    }

    /** Residuals of 2 x + 1 at (1, 0) and (3, 5): 3 and 2; the second row counts three times. */
    @Test
    void aLineByHand() {
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Dataset table = Dataset.builder()
                .feature("x", new double[] {1, 3})
                .target("y", new double[] {0, 5})
                .weights(new double[] {1, 3})
                .build();
        Backpropagation backpropagation = new Backpropagation(line, table, new SquaredLoss(), 2);
        backpropagation.load(new int[] {0, 1}, 0);

        assertThat(backpropagation.loss(new double[] {2, 1})).isEqualTo((9 + 3 * 4) / 4.0);
        assertThat(backpropagation.gradient())
                .containsExactly((2 * 3 * 1 + 3 * 2 * 2 * 3) / 4.0, (2 * 3 + 3 * 2 * 2) / 4.0);
    }

    @Test
    void aBatchWithoutWeightHasNoGradient() {
        Dataset table = Dataset.builder()
                .feature("x", new double[] {1, 3, 2})
                .target("y", new double[] {0, 5, 1})
                .weights(new double[] {0, 0, 1})
                .build();
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Backpropagation backpropagation = new Backpropagation(line, table, new SquaredLoss(), 2);

        backpropagation.load(new int[] {2, 0, 1}, 0);
        backpropagation.loss(new double[] {2, 1});
        assertThat(backpropagation.gradient()).containsExactly(2 * 4 * 2, 2 * 4);
        backpropagation.load(new int[] {2, 0, 1}, 1);
        backpropagation.loss(new double[] {2, 1});
        assertThat(backpropagation.gradient()).containsExactly(0, 0);
    }

    static Stream<Activation> flatActivations() {
        return Arrays.stream(Activation.values()).filter(activation -> !activation.isDifferentiable());
    }

    @ParameterizedTest
    @MethodSource("flatActivations")
    void anActivationWithoutGradientIsNamedWithItsLayer(Activation activation) {
        Architecture architecture = Architecture.of(2, List.of(3, 3), 2, List.of(Activation.TANH, activation));
        Dataset table = Dataset.of(new double[2][4], new double[2][4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backpropagation(architecture, table, new SquaredLoss(), 4))
                .withMessageContaining("activation '" + activation + "' of layer 1");
    }

    static Stream<Loss> flatLosses() {
        return RandomProblem.lossNames().stream().map(Losses::of).filter(loss -> !loss.isDifferentiable());
    }

    @ParameterizedTest
    @MethodSource("flatLosses")
    void aLossWithoutGradientIsNamed(Loss loss) {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(Activation.TANH));
        Dataset table = Dataset.of(new double[2][4], new double[4]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backpropagation(architecture, table, loss, 4))
                .withMessageContaining("loss '" + loss.name() + "'");
    }

    @Test
    void whatDoesNotFitTogetherIsRefused() {
        Architecture architecture = Architecture.of(2, List.of(3), 2, List.of(Activation.TANH));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backpropagation(
                        architecture, Dataset.of(new double[3][4], new double[4]), new CrossEntropyLoss(), 4))
                .withMessageContaining("takes 2 features, the table has 3");
    }
}
