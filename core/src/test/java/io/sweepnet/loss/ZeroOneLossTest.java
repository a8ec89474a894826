package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ZeroOneLossTest {

    private final Loss loss = new ZeroOneLoss();

    @Test
    void isZeroWhereTheLargestScoreIsThatOfTheClass() {
        assertThat(LossOf.scores(loss, 1, -1, 3, 2)).isZero();
        assertThat(LossOf.scores(loss, 0, -1, 3, 2)).isEqualTo(1);
        assertThat(LossOf.scores(loss, 2, -1, 3, 2)).isEqualTo(1);
    }

    @Test
    void ofEqualScoresTheLowestClassCounts() {
        assertThat(LossOf.scores(loss, 0, 0.5, 0.5)).isZero();
        assertThat(LossOf.scores(loss, 1, 0.5, 0.5)).isEqualTo(1);
        assertThat(LossOf.scores(loss, 1, 0, 7, 7)).isZero();
        assertThat(LossOf.scores(loss, 2, 0, 7, 7)).isEqualTo(1);
        assertThat(LossOf.scores(loss, 0, -0.0, 0.0)).isZero();
    }

    @Test
    void isTheShareOfTheRowsMissed() {
        double[][] outputs = {{1, 0, 2, 5}, {0, 1, 3, 4}};

        assertThat(LossOf.table(loss, outputs, new double[][] {{0, 1, 0, 1}})).isEqualTo(0.5);
    }

    @Test
    void aScoreThatIsNotANumberIsNoAnswer() {
        assertThat(LossOf.scores(loss, 0, 5, Double.NaN)).isNaN();
        assertThat(LossOf.scores(loss, 0, Double.NaN, 5)).isNaN();
        assertThat(LossOf.scores(loss, 2, 0, Double.NaN, 5)).isNaN();
    }

    @Test
    void countsAndHasNoGradient() {
        assertThat(loss.isFlat()).isTrue();
        assertThat(loss.hasWholeStatistics()).isTrue();
        assertThat(loss.isDifferentiable()).isFalse();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> LossOf.gradient(loss, new double[] {1, 2}, 0))
                .withMessageContaining("'zero-one'");
    }

    @Test
    void needsAnOutputPerClass() {
        assertThat(loss.targetColumns(3)).isEqualTo(1);
        assertThat(loss.isForClasses()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.targetColumns(1))
                .withMessageContaining("'zero-one'")
                .withMessageContaining("has 1");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> loss.forTargetScale(2))
                .withMessageContaining("'zero-one'");
    }
}
