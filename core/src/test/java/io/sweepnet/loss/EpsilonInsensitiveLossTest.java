package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.CandidateEvaluator;
import io.sweepnet.search.Candidates;
import io.sweepnet.search.Choice;
import io.sweepnet.search.Grid;
import io.sweepnet.search.Interval;
import io.sweepnet.search.Step;
import io.sweepnet.search.Ties;
import io.sweepnet.search.kernel.Kernel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpsilonInsensitiveLossTest {

    private final Loss loss = new EpsilonInsensitiveLoss(0.5);

    @Test
    void residualsUpToEpsilonCostNothing() {
        assertThat(LossOf.one(loss, 1.5, 1)).isZero();
        assertThat(LossOf.one(loss, 0.75, 1)).isZero();
        assertThat(LossOf.one(loss, 3, 1)).isEqualTo(1.5);
        assertThat(LossOf.one(loss, -1, 1)).isEqualTo(1.5);
    }

    @Test
    void isTheMeanOverRowsAndOutputs() {
        assertThat(LossOf.table(loss, new double[][] {{1, 3}, {2, 0}}, new double[][] {{3, 1}, {2, 4}}))
                .isEqualTo((1.5 / 2 + (1.5 + 3.5) / 2) / 2);
    }

    @Test
    void withAnEpsilonOfZeroIsTheAbsoluteError() {
        Loss zero = Losses.of("epsilon-insensitive(0)");

        assertThat(LossOf.one(zero, -2, 1)).isEqualTo(3);
        assertThat(zero.residualPieces().orElseThrow().value(-2)).isEqualTo(2);
        assertThat(zero.residualPieces().orElseThrow().steepest(5)).isEqualTo(1);
        assertThat(bestBias(zero, Kernel.PIECEWISE, Grid.of(-4, 4, 33)))
                .isEqualTo(bestBias(new AbsoluteLoss(), Kernel.PIECEWISE, Grid.of(-4, 4, 33)));
    }

    @Test
    void derivativeIsTheSignBeyondEpsilon() {
        assertThat(LossOf.gradient(loss, new double[] {0.5, 0.75}, 0, 0)).containsExactly(0, 0.5);
        assertThat(LossOf.gradient(loss, new double[] {-0.5, -0.75}, 0, 0)).containsExactly(0, -0.5);
        assertThat(LossOf.gradient(loss, new double[] {Double.NaN}, 0)).containsExactly(Double.NaN);
    }

    /** epsilon / 4 after a division by 4, as the residuals. */
    @Test
    void epsilonFollowsTheScaleOfTheTarget() {
        Loss scaled = loss.forTargetScale(4);

        assertThat(LossOf.one(scaled, 0.125, 0)).isZero();
        assertThat(LossOf.one(scaled, 0.5, 0)).isEqualTo(1.5);
        assertThat(scaled.residualPieces().orElseThrow().ends()).containsExactly(-0.125, 0.125);
        assertThat(scaled.name()).isEqualTo("epsilon-insensitive(0.5)");
    }

    /** 0 alone is within 0.5 of all targets, and in both grids. */
    @ParameterizedTest
    @EnumSource
    void theBestOfTheGridIsWithinEpsilonOfAll(Kernel kernel) {
        assertThat(bestBias(loss, kernel, Grid.of(-4, 4, 33)).value()).isZero();
        assertThat(bestBias(loss, kernel, Grid.of(-4, 4.5, 18)).loss()).isZero();
    }

    /** All from -0.5 to 0.5 cost nothing. */
    @Test
    void theMiddleOfTheFlatStretchIsTheBestOfTheRange() {
        Choice choice = bestBias(new EpsilonInsensitiveLoss(1), Kernel.PIECEWISE, new Interval(-4, 4));

        assertThat(choice.value()).isCloseTo(0, within(1e-11));
        assertThat(choice.loss()).isCloseTo(0, within(1e-12));
    }

    private static Choice bestBias(Loss loss, Kernel kernel, Candidates candidates) {
        Dataset dataset = Dataset.of(new double[1][3], new double[] {-0.5, 0.25, 0.5});
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Parameters initial = Parameters.of(line, new double[] {1, 3});
        try (CandidateEvaluator evaluator = kernel.create(initial, dataset, loss)) {
            return evaluator.best(new Step(0, ParameterIndex.bias(0, 0), candidates, true, Ties.FIRST, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "epsilon-insensitive(0.5), epsilon-insensitive(0.5)",
        "epsilon-insensitive(e=0.5), epsilon-insensitive(0.5)",
        "epsilon-insensitive(e=0.1), epsilon-insensitive",
        "epsilon-insensitive, epsilon-insensitive"
    })
    void epsilonIsWrittenByPositionOrAsE(String text, String name) {
        assertThat(Losses.of(text).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void epsilonMustBeAtLeastZeroAndFinite(double epsilon) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpsilonInsensitiveLoss(epsilon))
                .withMessage("loss 'epsilon-insensitive': e must be at least 0 and finite, got " + epsilon);
    }
}
