package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquaredLossTest {

    private final Loss loss = new SquaredLoss();

    @Test
    void isTheSquareOfTheResidual() {
        assertThat(LossOf.one(loss, 3, 1)).isEqualTo(4);
        assertThat(LossOf.one(loss, -1, 0.5)).isEqualTo(2.25);
        assertThat(LossOf.one(loss, 7, 7)).isZero();
    }

    /** Squares 4 1 0 and 9 16 1: 31 over 3 rows and 2 outputs. */
    @Test
    void isTheMeanOverRowsAndOutputs() {
        double[][] outputs = {{1, 2, 3}, {0, 5, 1}};
        double[][] targets = {{3, 1, 3}, {3, 1, 2}};

        assertThat(LossOf.table(loss, outputs, targets)).isEqualTo((6.5 + 8.5 + 0.5) / 3);
    }

    @Test
    void derivativeIsTwiceTheResidualOverTheOutputs() {
        assertThat(LossOf.gradient(loss, new double[] {3}, 1)).containsExactly(4);
        assertThat(LossOf.gradient(loss, new double[] {3, -1}, 1, 0)).containsExactly(2, -1);
    }

    @Test
    void tooLargeResidualsOverflowToInfinity() {
        assertThat(LossOf.one(loss, 1e200, 0)).isInfinite();
    }

    @Test
    void servesAnyNumberOfTargets() {
        assertThat(loss.targetColumns(1)).isEqualTo(1);
        assertThat(loss.targetColumns(4)).isEqualTo(4);
        assertThat(loss.isForClasses()).isFalse();
        assertThat(loss.isFlat()).isFalse();
        assertThat(loss.hasWholeStatistics()).isFalse();
        assertThat(loss.isDifferentiable()).isTrue();
        assertThat(loss.name()).isEqualTo("squared");
    }
}
