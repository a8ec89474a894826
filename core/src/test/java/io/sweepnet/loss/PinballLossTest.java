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

class PinballLossTest {

    private static final Dataset ONE_TO_NINE = Dataset.of(new double[1][9], new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});

    private final Loss loss = new PinballLoss(0.75);

    @Test
    void anOutputBelowItsTargetCostsQ() {
        assertThat(LossOf.one(loss, 1, 3)).isEqualTo(1.5);
        assertThat(LossOf.one(loss, 3, 1)).isEqualTo(0.5);
        assertThat(LossOf.one(loss, 2, 2)).isZero();
    }

    @Test
    void isTheMeanOverRowsAndOutputs() {
        assertThat(LossOf.table(loss, new double[][] {{1, 3}, {2, 0}}, new double[][] {{3, 1}, {2, 4}}))
                .isEqualTo((1.5 / 2 + (0.5 + 3) / 2) / 2);
    }

    @Test
    void halfTheAbsoluteErrorWithoutAParameter() {
        assertThat(LossOf.one(Losses.of("pinball"), 1, 4)).isEqualTo(1.5);
        assertThat(LossOf.one(Losses.of("pinball"), 4, 1)).isEqualTo(1.5);
    }

    @Test
    void derivativeIsTheSlopeOfEachSide() {
        assertThat(LossOf.gradient(loss, new double[] {1}, 3)).containsExactly(-0.75);
        assertThat(LossOf.gradient(loss, new double[] {3}, 1)).containsExactly(0.25);
        assertThat(LossOf.gradient(loss, new double[] {2}, 2)).containsExactly(0);
    }

    /** The costs of 9 are 1 - q times 8 + 7 + ... + 1. */
    @ParameterizedTest
    @EnumSource
    void theBestOfTheGridIsTheQuantile(Kernel kernel) {
        Choice choice = bestBias(kernel, 0.9, Grid.of(0, 10, 11));

        assertThat(choice.value()).isEqualTo(9);
        assertThat(choice.loss()).isCloseTo(0.4, within(1e-12));
    }

    /** Kinks are met to the rounding of a range's values. */
    @ParameterizedTest
    @CsvSource({"0.9, 9, 0.4", "0.6, 6, 1.0666666666666667", "0.05, 1, 0.2"})
    void theBestOfTheRangeIsTheQuantile(double q, double bias, double mean) {
        Choice choice = bestBias(Kernel.PIECEWISE, q, new Interval(0, 10));

        assertThat(choice.value()).isCloseTo(bias, within(1e-11));
        assertThat(choice.loss()).isCloseTo(mean, within(1e-11));
    }

    private static Choice bestBias(Kernel kernel, double q, Candidates candidates) {
        Architecture line = Architecture.of(1, List.of(), 1, List.of());
        Parameters initial = Parameters.of(line, new double[] {1, 0.5});
        try (CandidateEvaluator evaluator = kernel.create(initial, ONE_TO_NINE, new PinballLoss(q))) {
            return evaluator.best(new Step(0, ParameterIndex.bias(0, 0), candidates, true, Ties.FIRST, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "-0.5", "2", "1e999"})
    void qOutOfItsRangeIsRefused(String q) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of("pinball(q=" + q + ")"))
                .withMessage(
                        "loss 'pinball(q=" + q + ")': q must be above 0 and below 1, got " + Double.parseDouble(q));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void theConstructorChecksQ(double q) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PinballLoss(q))
                .withMessage("loss 'pinball': q must be above 0 and below 1, got " + q);
    }
}
