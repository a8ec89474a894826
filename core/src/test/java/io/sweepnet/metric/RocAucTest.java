package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.TargetScaling;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocAucTest {

    private static final List<String> TWO = List.of("a", "b");
    private static final double[] ONES = {1, 1, 1, 1};

    /** 0.75 by scikit-learn's manual: scores 0.1, 0.4, 0.35 and 0.8. */
    @Test
    void ofAKnownCase() {
        double[][] outputs = {{0, 0, 0, 0}, {0.1, 0.4, 0.35, 0.8}};

        Measured metrics = Measured.classes(TWO, new double[] {0, 0, 1, 1}, ONES, outputs);

        assertThat(metrics.value("roc_auc")).isEqualTo(0.75);
        assertThat(metrics.values())
                .filteredOn(value -> value.metric().equals("roc_auc"))
                .as("of two classes there is one value")
                .hasSize(1);
    }

    @Test
    void equalScoresCountHalf() {
        double[][] outputs = {{0, 0, 0, 0}, {1, 2, 2, 3}};

        assertThat(Measured.classes(TWO, new double[] {0, 0, 1, 1}, ONES, outputs)
                        .value("roc_auc"))
                .isEqualTo(3.5 / 4);
        assertThat(Measured.classes(TWO, new double[] {0, 0, 1, 1}, ONES, new double[2][4])
                        .value("roc_auc"))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void whereOneClassOnlyIsThereItHasNoValueAndSaysWhyOnce(int classes) {
        List<String> names = List.of("a", "b", "c").subList(0, classes);

        Measured metrics = Measured.classes(names, new double[] {1, 1}, new double[] {1, 1}, new double[classes][2]);

        assertThat(metrics.value("roc_auc")).isNull();
        assertThat(metrics.values())
                .extracting(MetricValue::reason)
                .filteredOn(Optional::isPresent)
                .containsExactly(Optional.of("the rows are of one class only"));
    }

    @Test
    void aClassOfWeightZeroIsNotThere() {
        Measured metrics =
                Measured.classes(TWO, new double[] {0, 1}, new double[] {1, 0}, new double[][] {{0, 0}, {1, 2}});

        assertThat(metrics.value("roc_auc")).isNull();
    }

    @Test
    void ofSeveralClassesEachIsAgainstTheOthersAndThoseWithoutRowsDoNotCount() {
        double[][] outputs = {{2, 0, 1, 0}, {0, 2, 1.5, 0}, {0, 0, 0, 3}};

        Measured metrics = Measured.classes(List.of("a", "b", "c"), new double[] {0, 1, 0, 1}, ONES, outputs);

        assertThat(metrics.value("roc_auc", "a")).isEqualTo(1);
        assertThat(metrics.value("roc_auc", "b")).isEqualTo(2 / 4.0);
        assertThat(metrics.value("roc_auc", "c")).isNull();
        assertThat(metrics.value("roc_auc")).isEqualTo(0.75);
    }

    /** By its definition: of every pair of a positive and a negative row, weighted. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheShareOfPairsInTheRightOrder(long seed) {
        Random random = new Random(seed);
        int rows = 200;
        double[] targets = random.ints(rows, 0, 2).asDoubleStream().toArray();
        double[] scores = random.ints(rows, 0, 30).mapToDouble(i -> i / 8.0).toArray();
        double[] weights = random.doubles(rows).toArray();
        double right = 0;
        double all = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (targets[i] == 1 && targets[j] == 0) {
                    double pair = weights[i] * weights[j];
                    all += pair;
                    right += scores[i] > scores[j] ? pair : scores[i] == scores[j] ? pair / 2 : 0;
                }
            }
        }

        Measured metrics = Measured.classes(TWO, targets, weights, new double[][] {new double[rows], scores});

        assertThat(metrics.value("roc_auc")).as("seed %d", seed).isCloseTo(right / all, within(1e-12));
    }

    /** The rows are not made: the accumulator is told of them. */
    @Test
    void ofTooManyRowsItHasNoValueAndSaysWhy() {
        TargetSummary target = TargetSummary.of(
                Measured.table(new double[] {0, 1}, new double[] {1, 1})
                        .classes(TWO)
                        .build(),
                TargetScaling.NONE);
        while (target.rows() * 3 <= CollectedMetric.MOST_NUMBERS) {
            target = target.plus(target);
        }

        MetricAccumulator accumulator = Metrics.named("roc_auc").accumulator(target);
        accumulator.add(PredictedRows.ofRow(1, 0, 1));

        assertThat(accumulator.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isNull();
            assertThat(value.reason().orElseThrow()).contains("at most 5592405 rows, and there are 8388608");
        });
    }
}
