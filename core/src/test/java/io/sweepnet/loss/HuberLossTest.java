package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuberLossTest {

    private final Loss loss = new HuberLoss(1.5);

    @Test
    void isHalfTheSquareUpToDelta() {
        assertThat(LossOf.one(loss, 1, 0)).isEqualTo(0.5);
        assertThat(LossOf.one(loss, -1, 0.5)).isEqualTo(1.125);
        assertThat(LossOf.one(loss, 2, 2)).isZero();
    }

    /** 1.5 (|r| - 0.75). */
    @Test
    void isAStraightLineBeyondDelta() {
        assertThat(LossOf.one(loss, 2, 0)).isEqualTo(1.875);
        assertThat(LossOf.one(loss, 0, 4)).isEqualTo(4.875);
    }

    /** 0.5 and 1.875 of one row, 0 and 4.875 of the other. */
    @Test
    void isTheMeanOverRowsAndOutputs() {
        double[][] outputs = {{1, 2}, {2, 0}};
        double[][] targets = {{0, 2}, {0, 4}};

        assertThat(LossOf.table(loss, outputs, targets)).isEqualTo((2.375 / 2 + 4.875 / 2) / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 1.5, 30})
    void valueAndSlopeHaveNoJumpAtDelta(double delta) {
        Loss huber = new HuberLoss(delta);
        double step = delta * 1e-9;
        for (double sign : new double[] {1, -1}) {
            double inside = sign * (delta - step);
            double outside = sign * (delta + step);

            assertThat(LossOf.one(huber, outside, 0) - LossOf.one(huber, inside, 0))
                    .isCloseTo(2 * step * delta, within(delta * delta * 1e-14));
            assertThat(LossOf.gradient(huber, new double[] {outside}, 0)[0]
                            - LossOf.gradient(huber, new double[] {inside}, 0)[0])
                    .isCloseTo(sign * step, within(delta * 1e-14));
        }
        assertThat(LossOf.one(huber, delta, 0)).isCloseTo(delta * delta / 2, within(delta * delta * 1e-15));
    }

    @Test
    void derivativeIsTheResidualCutAtDelta() {
        assertThat(LossOf.gradient(loss, new double[] {1}, 0)).containsExactly(1);
        assertThat(LossOf.gradient(loss, new double[] {5}, 0)).containsExactly(1.5);
        assertThat(LossOf.gradient(loss, new double[] {-5}, 0)).containsExactly(-1.5);
        assertThat(LossOf.gradient(loss, new double[] {5, -0.5}, 0, 0)).containsExactly(0.75, -0.25);
    }

    @Test
    void theNameTellsDeltaWhereItIsNotOne() {
        assertThat(new HuberLoss(1).name()).isEqualTo("huber");
        assertThat(loss.name()).isEqualTo("huber(1.5)");
        assertThat(new HuberLoss(1).forTargetScale(4).name()).isEqualTo("huber");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void deltaMustBeAboveZeroAndFinite(double delta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HuberLoss(delta))
                .withMessageContaining("got " + delta);
    }
}
