package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.RatioLoss;
import org.junit.jupiter.api.Test;

/** A loss that says nothing of target scales works in scaled units too. */
class RescaledLossTest {

    private static final double[][] OUTPUTS = {{3, 7, 0.5}};
    private static final double[][] TARGETS = {{4, 2, 0}};

    private final Loss loss = new RatioLoss();

    @Test
    void theLossStaysInTheOriginalUnits() {
        double expected = LossOf.table(loss, OUTPUTS, TARGETS);

        assertThat(LossOf.table(loss.forTargetScale(8), eighths(OUTPUTS), eighths(TARGETS)))
                .isEqualTo(expected);
        assertThat(LossOf.table(loss.forTargetScale(2).forTargetScale(4), eighths(OUTPUTS), eighths(TARGETS)))
                .isEqualTo(expected);
    }

    @Test
    void theRowsOfASliceAreItsOwn() {
        double[][] whole = new double[1][3];
        double[][] last = new double[1][1];
        Loss scaled = loss.forTargetScale(8);
        scaled.statistics(eighths(OUTPUTS), eighths(TARGETS), 0, 3, whole);
        scaled.statistics(new double[][] {{OUTPUTS[0][2] / 8}}, eighths(TARGETS), 2, 1, last);

        assertThat(last[0][0]).isEqualTo(whole[0][2]).isPositive();
    }

    @Test
    void theGradientIsThatOfTheScaledOutput() {
        Loss scaled = loss.forTargetScale(8);
        double step = 1e-6;
        double difference = (LossOf.one(scaled, 0.5 + step, 0.25) - LossOf.one(scaled, 0.5 - step, 0.25)) / (2 * step);

        assertThat(LossOf.gradient(scaled, new double[] {0.5}, 0.25)[0]).isCloseTo(difference, within(1e-8));
    }

    @Test
    void itsKindIsThatOfTheLoss() {
        Loss scaled = loss.forTargetScale(8);

        assertThat(scaled.name()).isEqualTo("ratio");
        assertThat(scaled.isDifferentiable()).isTrue();
        assertThat(scaled.isFlat()).isFalse();
        assertThat(scaled.residualPieces()).isEmpty();
        assertThat(scaled.targetColumns(1)).isEqualTo(1);
    }

    private static double[][] eighths(double[][] columns) {
        double[][] result = new double[columns.length][columns[0].length];
        for (int i = 0; i < columns[0].length; i++) {
            result[0][i] = columns[0][i] / 8;
        }
        return result;
    }
}
