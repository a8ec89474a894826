package io.sweepnet.metric;

import static io.sweepnet.metric.Measured.choosing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against figures of small cases that the manual of scikit-learn gives, and cases worked out by hand. */
class ClassMetricsTest {

    private static final double[] ONES = {1, 1, 1, 1, 1, 1};

    /** F1 of 0.8, 0 and 0, their mean 0.2667, by scikit-learn's manual; two of six are right. */
    @Test
    void f1OfAKnownCase() {
        Measured metrics = Measured.classes(
                List.of("a", "b", "c"), new double[] {0, 1, 2, 0, 1, 2}, ONES, choosing(3, 0, 2, 1, 0, 0, 1));

        assertThat(metrics.value("f1", "a")).isCloseTo(0.8, within(1e-15));
        assertThat(metrics.value("f1", "b")).isZero();
        assertThat(metrics.value("f1", "c")).isZero();
        assertThat(metrics.value("f1")).isCloseTo(0.8 / 3, within(1e-15));
        assertThat(metrics.value("accuracy")).isCloseTo(2 / 6.0, within(1e-15));
    }

    /** The mean is over classes that are or were predicted: b was predicted once, c neither is nor was. */
    @Test
    void aClassThatNeitherIsNorWasPredictedDoesNotCount() {
        Measured metrics = Measured.classes(
                List.of("a", "b", "c", "d"),
                new double[] {0, 0, 3, 3},
                new double[] {1, 1, 1, 1},
                choosing(4, 0, 1, 3, 3));

        assertThat(metrics.value("f1", "a")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(metrics.value("f1", "b")).isZero();
        assertThat(metrics.value("f1", "c")).isNull();
        assertThat(metrics.value("f1", "d")).isEqualTo(1);
        assertThat(metrics.value("f1")).isCloseTo((2 / 3.0 + 0 + 1) / 3, within(1e-15));
        assertThat(metrics.values()).extracting(MetricValue::metric).startsWith("log_loss", "accuracy", "f1");
        assertThat(metrics.values())
                .extracting(MetricValue::ofClass)
                .startsWith(null, null, null, "a", "b", "c", "d", null, "a");
    }

    /** Class b was predicted and has no rows, c neither, d has rows and was never predicted. */
    @Test
    void precisionAndRecallOfClassesWithoutRowsOrPredictions() {
        Measured metrics = Measured.classes(
                List.of("a", "b", "c", "d"),
                new double[] {0, 0, 3, 3},
                new double[] {1, 1, 1, 1},
                choosing(4, 0, 1, 0, 1));

        assertThat(metrics.value("precision", "a")).isEqualTo(0.5);
        assertThat(metrics.value("precision", "b")).isZero();
        assertThat(metrics.value("precision", "c")).isNull();
        assertThat(metrics.value("precision", "d")).isZero();
        assertThat(metrics.value("precision")).isCloseTo(0.5 / 3, within(1e-15));
        assertThat(metrics.value("recall", "a")).isEqualTo(0.5);
        assertThat(metrics.value("recall", "b")).isNull();
        assertThat(metrics.value("recall", "c")).isNull();
        assertThat(metrics.value("recall", "d")).isZero();
        assertThat(metrics.value("recall")).isEqualTo(0.25);
        assertThat(metrics.value("balanced_accuracy")).isEqualTo(0.25);
        assertThat(metrics.value("balanced_accuracy", "a")).isEqualTo((0.5 + 0.5) / 2);
        assertThat(metrics.value("balanced_accuracy", "b")).isNull();
        assertThat(metrics.value("balanced_accuracy", "d")).isEqualTo((0 + 1) / 2.0);
    }

    @Test
    void matthewsCorrelationOfSureCases() {
        List<String> names = List.of("a", "b");
        double[] targets = {0, 0, 1, 1};
        double[] weights = {0.1, 0.2, 0.3, 0.7};

        assertThat(Measured.classes(names, targets, weights, choosing(2, 0, 0, 1, 1))
                        .value("mcc"))
                .isEqualTo(1);
        assertThat(Measured.classes(names, targets, weights, choosing(2, 1, 1, 0, 0))
                        .value("mcc"))
                .isCloseTo(-1, within(1e-15));
        assertThat(Measured.classes(names, targets, weights, choosing(2, 1, 1, 1, 1))
                        .value("mcc"))
                .as("all predicted as one class")
                .isZero();
        assertThat(Measured.classes(names, new double[4], weights, choosing(2, 0, 0, 1, 1))
                        .value("mcc"))
                .as("all of one class")
                .isNull();
    }

    /** The rows are sure and right, sure and wrong, and undecided: 0, 2 and 1/2. */
    @Test
    void brierScoreOfSureCases() {
        double[][] outputs = {{1000, 1000, 0}, {0, 0, 0}};

        Measured metrics = Measured.classes(List.of("a", "b"), new double[] {0, 1, 1}, new double[] {1, 1, 2}, outputs);

        assertThat(metrics.value("brier")).isEqualTo((0 + 2 + 2 * 0.5) / 4);
    }

    /** 0.2162 by scikit-learn's manual; a shift of a row's logits does not matter. */
    @ParameterizedTest
    @CsvSource({"0", "-3", "700"})
    void logLossOfAKnownCase(double shift) {
        double[][] probabilities = {{0.1, 0.9, 0.8, 0.35}, {0.9, 0.1, 0.2, 0.65}};
        double[][] logits = Arrays.stream(probabilities)
                .map(output ->
                        Arrays.stream(output).map(p -> Math.log(p) + shift).toArray())
                .toArray(double[][]::new);

        Measured metrics =
                Measured.classes(List.of("ham", "spam"), new double[] {1, 0, 0, 1}, new double[] {1, 1, 1, 1}, logits);

        assertThat(metrics.value("log_loss")).isCloseTo(0.21616187468057912, within(1e-12));
    }

    /** Outputs far apart: the gap itself, where probabilities would be 0 and their logarithms infinite. */
    @Test
    void logLossOfHugeOutputsIsTheirGap() {
        Measured metrics =
                Measured.classes(List.of("a", "b"), new double[] {0, 1}, new double[] {1, 1}, new double[][] {
                    {-20_000, -20_000}, {20_000, 20_000}
                });

        assertThat(metrics.value("log_loss")).isEqualTo(20_000);
    }

    /** A row of weight 2 is that row twice, one of weight 0 is none. */
    @Test
    void classificationCountsRowsByTheirWeights() {
        List<String> names = List.of("a", "b", "c");
        double[][] outputs = {{1, 0.5, 2, 0, Double.NaN}, {0, 1, 0, 3, 0}, {-1, 0, 1, 0, 9}};
        double[][] repeated = {{1, 1, 0.5, 2, 2, 2, 0}, {0, 0, 1, 0, 0, 0, 3}, {-1, -1, 0, 1, 1, 1, 0}};

        Measured metrics = Measured.classes(names, new double[] {0, 0, 1, 1, 2}, new double[] {2, 1, 3, 1, 0}, outputs);
        Measured expected = Measured.classes(
                names, new double[] {0, 0, 0, 1, 1, 1, 1}, new double[] {1, 1, 1, 1, 1, 1, 1}, repeated);

        assertThat(metrics.value("accuracy")).isCloseTo(3 / 7.0, within(1e-15));
        assertThat(metrics.value("f1", "c")).as("of weight 0 alone").isNull();
        for (MetricValue value : expected.values()) {
            Double actual = metrics.value(value.metric(), value.ofClass());
            if (value.value() == null) {
                assertThat(actual).isNull();
            } else {
                assertThat(actual).as(value.metric()).isCloseTo(value.value(), within(1e-14));
            }
        }
    }

    /** The predicted class is the first, as for predictions; what comes of probabilities has no value that is a number. */
    @Test
    void outputsThatAreNaN() {
        double[][] outputs = {{Double.NaN, 0}, {1, 1}};

        Measured metrics = Measured.classes(List.of("a", "b"), new double[] {0, 1}, new double[] {1, 1}, outputs);

        assertThat(metrics.value("accuracy")).isEqualTo(1);
        assertThat(metrics.value("log_loss")).isNaN();
        assertThat(metrics.value("brier")).isNaN();
        assertThat(metrics.value("roc_auc")).isNaN();
    }
}
