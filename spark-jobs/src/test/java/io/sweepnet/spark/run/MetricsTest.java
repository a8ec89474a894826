package io.sweepnet.spark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.StatisticSums;
import io.sweepnet.loss.ZeroOneLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against figures of small cases that the manual of scikit-learn gives, and cases worked out by hand. */
class MetricsTest {

    private static final double[] ONES = {1, 1, 1, 1, 1, 1};

    /** R² 0.9486, mean squared error 0.375 and mean absolute error 0.5, by scikit-learn's manual. */
    @Test
    void regressionOfAKnownCase() {
        Dataset rows = numbers(new double[] {3, -0.5, 2, 7}, new double[] {1, 1, 1, 1});

        List<Metric> metrics = regression(rows, TargetScaling.NONE, new double[] {2.5, 0, 2, 8});

        assertThat(value(metrics, "rmse", null)).isCloseTo(Math.sqrt(0.375), within(1e-15));
        assertThat(value(metrics, "mae", null)).isEqualTo(0.5);
        assertThat(value(metrics, "r2", null)).isCloseTo(0.9486081370449679, within(1e-15));
    }

    /** Target t' = (t - 10) / 4, so residuals are four times as large as the network sees them. */
    @Test
    void regressionIsInTheTargetsOwnUnits() {
        Dataset rows = numbers(new double[] {-1, 0, 1}, new double[] {1, 1, 1});

        List<Metric> metrics = regression(rows, new TargetScaling(10, 4), new double[] {-1, 0.75, 1});

        assertThat(value(metrics, "mae", null)).isEqualTo(1);
        assertThat(value(metrics, "rmse", null)).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(value(metrics, "r2", null)).isEqualTo(1 - 9 / 32.0);
    }

    /** Targets 1, 3 and 9 of weights 1, 3 and 0: mean 2.5, variation 3, squares 3 of 4. */
    @Test
    void regressionCountsRowsByTheirWeights() {
        Dataset rows = numbers(new double[] {1, 3, 9}, new double[] {1, 3, 0});

        List<Metric> metrics = regression(rows, TargetScaling.NONE, new double[] {1, 4, -1000});

        assertThat(value(metrics, "rmse", null)).isCloseTo(Math.sqrt(0.75), within(1e-15));
        assertThat(value(metrics, "mae", null)).isEqualTo(0.75);
        assertThat(value(metrics, "r2", null)).isEqualTo(0);
    }

    /** A target that does not vary has no R², however good or bad the predictions are. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.1, 7", "5, 5", "0, 1"})
    void theR2OfAConstantTargetIsUndefined(double target, double prediction) {
        Dataset rows = numbers(new double[] {target, target, target}, new double[] {1, 1, 1});

        List<Metric> metrics = regression(rows, TargetScaling.NONE, new double[] {prediction, prediction, prediction});

        assertThat(value(metrics, "r2", null)).isNull();
        assertThat(value(metrics, "rmse", null)).isCloseTo(Math.abs(target - prediction), within(1e-15));
    }

    /** F1 of 0.8, 0 and 0, their mean 0.2667, by scikit-learn's manual; two of six are right. */
    @Test
    void f1OfAKnownCase() {
        Dataset rows = classes(List.of("a", "b", "c"), new double[] {0, 1, 2, 0, 1, 2}, ONES);

        List<Metric> metrics = classification(rows, choosing(3, 0, 2, 1, 0, 0, 1));

        assertThat(value(metrics, "f1", "a")).isCloseTo(0.8, within(1e-15));
        assertThat(value(metrics, "f1", "b")).isZero();
        assertThat(value(metrics, "f1", "c")).isZero();
        assertThat(value(metrics, "f1", null)).isCloseTo(0.8 / 3, within(1e-15));
        assertThat(value(metrics, "accuracy", null)).isCloseTo(2 / 6.0, within(1e-15));
    }

    /** The mean is over classes that are or were predicted: b was predicted once, c neither is nor was. */
    @Test
    void aClassThatNeitherIsNorWasPredictedDoesNotCount() {
        Dataset rows = classes(List.of("a", "b", "c", "d"), new double[] {0, 0, 3, 3}, new double[] {1, 1, 1, 1});

        List<Metric> metrics = classification(rows, choosing(4, 0, 1, 3, 3));

        assertThat(value(metrics, "f1", "a")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(value(metrics, "f1", "b")).isZero();
        assertThat(value(metrics, "f1", "c")).isNull();
        assertThat(value(metrics, "f1", "d")).isEqualTo(1);
        assertThat(value(metrics, "f1", null)).isCloseTo((2 / 3.0 + 0 + 1) / 3, within(1e-15));
        assertThat(metrics).extracting(Metric::name).startsWith("log_loss", "accuracy", "f1");
        assertThat(metrics).extracting(Metric::ofClass).containsExactly(null, null, null, "a", "b", "c", "d");
    }

    /** 0.2162 by scikit-learn's manual; a shift of a row's logits does not matter. */
    @ParameterizedTest
    @CsvSource({"0", "-3", "700"})
    void logLossOfAKnownCase(double shift) {
        Dataset rows = classes(List.of("ham", "spam"), new double[] {1, 0, 0, 1}, new double[] {1, 1, 1, 1});
        double[][] probabilities = {{0.1, 0.9, 0.8, 0.35}, {0.9, 0.1, 0.2, 0.65}};
        double[][] logits = Arrays.stream(probabilities)
                .map(output ->
                        Arrays.stream(output).map(p -> Math.log(p) + shift).toArray())
                .toArray(double[][]::new);

        List<Metric> metrics = classification(rows, logits);

        assertThat(value(metrics, "log_loss", null)).isCloseTo(0.21616187468057912, within(1e-12));
    }

    /** Outputs far apart: the gap itself, where probabilities would be 0 and their logarithms infinite. */
    @Test
    void logLossOfHugeOutputsIsTheirGap() {
        Dataset rows = classes(List.of("a", "b"), new double[] {0, 1}, new double[] {1, 1});

        List<Metric> metrics = classification(rows, new double[][] {{-20_000, -20_000}, {20_000, 20_000}});

        assertThat(value(metrics, "log_loss", null)).isEqualTo(20_000);
    }

    /** A row of weight 2 is that row twice, one of weight 0 is none. */
    @Test
    void classificationCountsRowsByTheirWeights() {
        List<String> names = List.of("a", "b", "c");
        double[][] outputs = {{1, 0.5, 2, 0, 0}, {0, 1, 0, 3, 0}, {-1, 0, 1, 0, 9}};
        double[][] repeated = {{1, 1, 0.5, 2, 2, 2, 0}, {0, 0, 1, 0, 0, 0, 3}, {-1, -1, 0, 1, 1, 1, 0}};
        Dataset weighted = classes(names, new double[] {0, 0, 1, 1, 2}, new double[] {2, 1, 3, 1, 0});
        Dataset twice = classes(names, new double[] {0, 0, 0, 1, 1, 1, 1}, new double[] {1, 1, 1, 1, 1, 1, 1});

        List<Metric> metrics = classification(weighted, outputs);
        List<Metric> expected = classification(twice, repeated);

        assertThat(value(metrics, "accuracy", null)).isCloseTo(3 / 7.0, within(1e-15));
        assertThat(value(metrics, "f1", "c")).as("of weight 0 alone").isNull();
        for (Metric metric : expected) {
            Double actual = value(metrics, metric.name(), metric.ofClass());
            if (metric.value() == null) {
                assertThat(actual).isNull();
            } else {
                assertThat(actual).as(metric.name()).isCloseTo(metric.value(), within(1e-14));
            }
        }
    }

    private static Double value(List<Metric> metrics, String name, String ofClass) {
        List<Metric> found = metrics.stream()
                .filter(metric -> metric.name().equals(name))
                .filter(metric -> ofClass == null ? metric.ofClass() == null : ofClass.equals(metric.ofClass()))
                .toList();
        assertThat(found).as("%s %s", name, ofClass).hasSize(1);
        return found.get(0).value();
    }

    private static List<Metric> regression(Dataset rows, TargetScaling scaling, double[] outputs) {
        return measured(new RegressionMetrics(scaling), rows, new double[][] {outputs});
    }

    private static List<Metric> classification(Dataset rows, double[][] outputs) {
        return measured(new ClassMetrics(rows.classes()), rows, outputs);
    }

    /** The figures of outputs, not of a network's. */
    private static List<Metric> measured(Metrics metrics, Dataset rows, double[][] outputs) {
        List<Loss> losses = new ArrayList<>();
        losses.add(new ZeroOneLoss());
        losses.addAll(metrics.losses());
        double[][] sums = losses.stream()
                .map(loss -> {
                    StatisticSums ofLoss = new StatisticSums(rows, loss);
                    ofLoss.add(outputs, 0, rows.rows());
                    return ofLoss.toArray();
                })
                .toArray(double[][]::new);
        double[] others = new double[metrics.size()];
        metrics.add(rows, outputs, 0, rows.rows(), others);
        return metrics.of(new PartSums(rows.totalWeight(), sums, others), new DriverPart("train", rows));
    }

    /** Outputs whose largest is of these classes, row by row. */
    private static double[][] choosing(int classes, int... chosen) {
        double[][] outputs = new double[classes][chosen.length];
        for (int row = 0; row < chosen.length; row++) {
            outputs[chosen[row]][row] = 1;
        }
        return outputs;
    }

    private static Dataset numbers(double[] targets, double[] weights) {
        return table(targets, weights).build();
    }

    private static Dataset classes(List<String> names, double[] targets, double[] weights) {
        return table(targets, weights).classes(names).build();
    }

    private static Dataset.Builder table(double[] targets, double[] weights) {
        return Dataset.builder()
                .feature("x", new double[targets.length])
                .target("y", targets)
                .weights(weights);
    }
}
