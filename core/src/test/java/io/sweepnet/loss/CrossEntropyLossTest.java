package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossEntropyLossTest {

    private final Loss loss = new CrossEntropyLoss();

    @Test
    void isMinusTheLogarithmOfTheClassProbability() {
        assertThat(LossOf.scores(loss, 0, 0, 0)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(LossOf.scores(loss, 2, 1, 1, 1)).isCloseTo(Math.log(3), within(1e-15));
        assertThat(LossOf.scores(loss, 0, Math.log(3), 0)).isCloseTo(Math.log(4 / 3.0), within(1e-15));
        assertThat(LossOf.scores(loss, 1, Math.log(3), 0)).isCloseTo(Math.log(4), within(1e-15));
    }

    @Test
    void isTheMeanOverRows() {
        double[][] outputs = {{0, Math.log(3)}, {0, 0}};

        assertThat(LossOf.table(loss, outputs, new double[][] {{0, 1}}))
                .isCloseTo((Math.log(2) + Math.log(4)) / 2, within(1e-15));
    }

    @Test
    void aCommonShiftOfAllScoresDoesNotMatter() {
        double plain = LossOf.scores(loss, 1, 0.5, -1, 2);

        assertThat(LossOf.scores(loss, 1, 1000.5, 999, 1002)).isCloseTo(plain, within(1e-12));
        assertThat(LossOf.scores(loss, 1, -999.5, -1001, -998)).isCloseTo(plain, within(1e-12));
    }

    /**
     * Three classes, no hidden layer, features (1000, -1000) and (0, 0), weights of 10 and -10: scores of 20000, 0 and
     * -20000. A wrong class costs the gap of the scores, the zero row log 3.
     */
    @Test
    void hugeScoresGiveTheirGap() {
        Architecture architecture = new Architecture(List.of(2, 3), List.of(Activation.IDENTITY));
        double[] parameters = {10, -10, 0, 0, -10, 10, 0, 0, 0};
        double[][] features = {{1000, 0}, {-1000, 0}};
        double[] gap = {0, 20_000, 40_000};
        for (int target = 0; target < 3; target++) {
            Dataset table = Dataset.of(features, new double[] {target, 0});

            double mean = new DirectLoss(architecture, table, loss).of(parameters);

            assertThat(mean).isCloseTo((gap[target] + Math.log(3)) / 2, within(1e-11));
        }
    }

    @Test
    void hugeScoresHaveProbabilitiesThatSumToOne() {
        double[] gradient = LossOf.gradient(loss, new double[] {20_000, 0, -20_000}, 2);

        assertThat(gradient).containsExactly(1, 0, -1);
        assertThat(Arrays.stream(LossOf.gradient(loss, new double[] {300, 301, 299.5}, 1))
                        .sum())
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void derivativeIsProbabilityMinusTruth() {
        double[] gradient = LossOf.gradient(loss, new double[] {Math.log(3), 0}, 1);

        assertThat(gradient[0]).isCloseTo(0.75, within(1e-15));
        assertThat(gradient[1]).isCloseTo(-0.75, within(1e-15));
    }

    @Test
    void infiniteScoresGiveALossThatCannotWin() {
        assertThat(LossOf.scores(loss, 0, Double.POSITIVE_INFINITY, 0)).isNaN();
        assertThat(LossOf.scores(loss, 1, Double.POSITIVE_INFINITY, 0)).isNaN();
        assertThat(LossOf.scores(loss, 0, Double.NEGATIVE_INFINITY, 0)).isInfinite();
    }

    @Test
    void needsAnOutputPerClass() {
        assertThat(loss.targetColumns(2)).isEqualTo(1);
        assertThat(loss.isForClasses()).isTrue();
        assertThat(loss.isFlat()).isFalse();
        assertThat(loss.hasWholeStatistics()).isFalse();
        assertThat(loss.isDifferentiable()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.targetColumns(1))
                .withMessageContaining("'cross-entropy'")
                .withMessageContaining("has 1");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> loss.forTargetScale(2))
                .withMessageContaining("'cross-entropy'");
    }
}
