package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbsoluteLossTest {

    private final Loss loss = new AbsoluteLoss();

    @Test
    void isTheSizeOfTheResidual() {
        assertThat(LossOf.one(loss, 3, 1)).isEqualTo(2);
        assertThat(LossOf.one(loss, -1, 0.5)).isEqualTo(1.5);
        assertThat(LossOf.one(loss, 7, 7)).isZero();
    }

    /** Sizes 2 1 0 and 3 4 1: 11 over 3 rows and 2 outputs. */
    @Test
    void isTheMeanOverRowsAndOutputs() {
        double[][] outputs = {{1, 2, 3}, {0, 5, 1}};
        double[][] targets = {{3, 1, 3}, {3, 1, 2}};

        assertThat(LossOf.table(loss, outputs, targets)).isEqualTo((2.5 + 2.5 + 0.5) / 3);
    }

    @Test
    void derivativeIsTheSignOverTheOutputs() {
        assertThat(LossOf.gradient(loss, new double[] {3}, 1)).containsExactly(1);
        assertThat(LossOf.gradient(loss, new double[] {-3}, 1)).containsExactly(-1);
        assertThat(LossOf.gradient(loss, new double[] {1}, 1)).containsExactly(0);
        assertThat(LossOf.gradient(loss, new double[] {3, -1}, 1, 0)).containsExactly(0.5, -0.5);
    }

    @Test
    void servesAnyNumberOfTargets() {
        assertThat(loss.targetColumns(1)).isEqualTo(1);
        assertThat(loss.targetColumns(4)).isEqualTo(4);
        assertThat(loss.isForClasses()).isFalse();
        assertThat(loss.isFlat()).isFalse();
        assertThat(loss.hasWholeStatistics()).isFalse();
        assertThat(loss.isDifferentiable()).isTrue();
        assertThat(loss.name()).isEqualTo("absolute");
    }
}
