package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.TargetScaling;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases of scikit-learn's manual and by hand; {@link MetricsTest} compares random tables with scikit-learn. */
class MedianAbsoluteErrorTest {

    private static final String NAME = "median_absolute_error";

    /** Errors 0.5, 0.5, 0 and 1: 0.5 by scikit-learn's manual. */
    @Test
    void isThatOfScikitLearnsManual() {
        Measured metrics = Measured.numbers(new double[] {3, -0.5, 2, 7}, ones(4), TargetScaling.NONE, 2.5, 0, 2, 8);

        assertThat(metrics.value(NAME)).isEqualTo(0.5);
    }

    @Test
    void isTheErrorInTheMiddleOrTheMeanOfTheTwoThere() {
        assertThat(median(ones(1), 3)).isEqualTo(3);
        assertThat(median(ones(2), 5, -2)).isEqualTo(3.5);
        assertThat(median(ones(3), -7, 1, 4)).isEqualTo(4);
        assertThat(median(ones(4), 10, -1, 3, 2)).isEqualTo(2.5);
    }

    @Test
    void onePredictionFarOffDoesNotChangeIt() {
        assertThat(median(ones(3), 1, 2, 3)).isEqualTo(2);
        assertThat(median(ones(3), 1, 2, Double.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(median(ones(3), 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** Target t' = (t - 10) / 4: errors of 0, 0.75 and 0.5 are 0, 3 and 2. */
    @Test
    void isInTheTargetsOwnUnits() {
        Measured metrics = Measured.numbers(new double[] {-1, 0, 1}, ones(3), new TargetScaling(10, 4), -1, 0.75, 1.5);

        assertThat(metrics.value(NAME)).isEqualTo(2);
    }

    @Test
    void halfOfTheWeightLiesOnEachSide() {
        assertThat(median(new double[] {1, 1, 3}, 1, 2, 9)).isEqualTo(9);
        assertThat(median(new double[] {3, 1, 1}, 1, 2, 9)).isEqualTo(1);
        assertThat(median(new double[] {1, 1, 2}, 1, 2, 9)).isEqualTo(5.5);
        assertThat(median(new double[] {1, 0, 1}, 1, Double.NaN, 9)).isEqualTo(5);
    }

    /** Sums of 0.1 from one end alone would be uneven. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1 / 3.0, 1e-300, 7})
    void equalWeightsDoNotCountWhateverTheyAre(double weight) {
        for (int rows = 1; rows <= 40; rows++) {
            double[] weights = new double[rows];
            Arrays.fill(weights, weight);
            double[] errors = IntStream.range(0, rows).asDoubleStream().toArray();

            assertThat(median(weights, errors)).as("%d rows", rows).isEqualTo((rows - 1) / 2.0);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aWholeWeightIsThatManyRows(long seed) {
        Random random = new Random(seed);
        for (int rows = 1; rows <= 30; rows++) {
            double[] errors = random.ints(rows, -8, 8).asDoubleStream().toArray();
            double[] weights = random.ints(rows, 0, 4).asDoubleStream().toArray();
            weights[0] = 1;
            double[] repeated = IntStream.range(0, rows)
                    .boxed()
                    .flatMapToDouble(
                            row -> DoubleStream.generate(() -> errors[row]).limit((long) weights[row]))
                    .toArray();

            assertThat(median(weights, errors)).as("%d rows", rows).isEqualTo(median(ones(repeated.length), repeated));
        }
    }

    /** The rows are not made: the accumulator is told of them. */
    @Test
    void ofTooManyRowsItHasNoValueAndSaysWhy() {
        TargetSummary target =
                TargetSummary.of(Measured.table(new double[] {0, 1}, ones(2)).build(), TargetScaling.NONE);
        while (target.rows() * 2 <= CollectedMetric.MOST_NUMBERS) {
            target = target.plus(target);
        }

        MetricAccumulator accumulator = new MedianAbsoluteError().accumulator(target);
        accumulator.add(PredictedRows.ofRow(1, 0));

        assertThat(accumulator.values()).singleElement().satisfies(value -> {
            assertThat(value.value()).isNull();
            assertThat(value.reason().orElseThrow()).contains("at most 8388608 rows, and there are 16777216");
        });
    }

    /** Even where the median would be among other rows. */
    @Test
    void isNotANumberWhereAnErrorIsNot() {
        assertThat(median(ones(4), 1, Double.NaN, 2, 3)).isNaN();
    }

    /** The median of predictions for targets of 0. */
    private static Double median(double[] weights, double... outputs) {
        return Measured.numbers(new double[outputs.length], weights, TargetScaling.NONE, outputs)
                .value(NAME);
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
