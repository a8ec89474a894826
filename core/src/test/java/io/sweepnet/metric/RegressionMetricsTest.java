package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.TargetScaling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against figures of small cases that the manual of scikit-learn gives, and cases worked out by hand. */
class RegressionMetricsTest {

    /** R² 0.9486, mean squared error 0.375 and mean absolute error 0.5, by scikit-learn's manual. */
    @Test
    void regressionOfAKnownCase() {
        Measured metrics = Measured.numbers(
                new double[] {3, -0.5, 2, 7}, new double[] {1, 1, 1, 1}, TargetScaling.NONE, 2.5, 0, 2, 8);

        assertThat(metrics.value("rmse")).isCloseTo(Math.sqrt(0.375), within(1e-15));
        assertThat(metrics.value("mae")).isEqualTo(0.5);
        assertThat(metrics.value("r2")).isCloseTo(0.9486081370449679, within(1e-15));
    }

    /** Target t' = (t - 10) / 4, so residuals are four times as large as the network sees them. */
    @Test
    void regressionIsInTheTargetsOwnUnits() {
        Measured metrics = Measured.numbers(
                new double[] {-1, 0, 1}, new double[] {1, 1, 1}, new TargetScaling(10, 4), -1, 0.75, 1);

        assertThat(metrics.value("mae")).isEqualTo(1);
        assertThat(metrics.value("rmse")).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(metrics.value("r2")).isEqualTo(1 - 9 / 32.0);
    }

    /** Targets 1, 3 and 9 of weights 1, 3 and 0: mean 2.5, variation 3, squares 3 of 4. */
    @Test
    void regressionCountsRowsByTheirWeights() {
        Measured metrics =
                Measured.numbers(new double[] {1, 3, 9}, new double[] {1, 3, 0}, TargetScaling.NONE, 1, 4, -1000);

        assertThat(metrics.value("rmse")).isCloseTo(Math.sqrt(0.75), within(1e-15));
        assertThat(metrics.value("mae")).isEqualTo(0.75);
        assertThat(metrics.value("r2")).isEqualTo(0);
    }

    @Test
    void aRowOfWeightZeroDoesNotCountEvenWhereItsOutputIsInfinite() {
        Measured metrics = Measured.numbers(
                new double[] {1, 3, 9}, new double[] {1, 3, 0}, TargetScaling.NONE, 1, 4, Double.POSITIVE_INFINITY);

        assertThat(metrics.value("rmse")).isCloseTo(Math.sqrt(0.75), within(1e-15));
        assertThat(metrics.value("r2")).isEqualTo(0);
    }

    /** A target that does not vary has no R², however good or bad the predictions are. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.1, 7", "5, 5", "0, 1"})
    void theR2OfAConstantTargetIsUndefined(double target, double prediction) {
        Measured metrics = Measured.numbers(
                new double[] {target, target, target},
                new double[] {1, 1, 1},
                TargetScaling.NONE,
                prediction,
                prediction,
                prediction);

        assertThat(metrics.value("r2")).isNull();
        assertThat(metrics.value("rmse")).isCloseTo(Math.abs(target - prediction), within(1e-15));
    }

    @Test
    void anOutputThatIsNaNMakesEveryMetricNaN() {
        Measured metrics =
                Measured.numbers(new double[] {1, 2}, new double[] {1, 1}, TargetScaling.NONE, Double.NaN, 2);

        assertThat(metrics.values()).extracting(MetricValue::value).containsOnly(Double.NaN);
    }
}
