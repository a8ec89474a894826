package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static final Interval RANGE = new Interval(-5, 5);

    @Test
    void hasOneAnswerAndNoNumberedValues() {
        assertThat(RANGE.from()).isZero();
        assertThat(RANGE.to()).isEqualTo(1);
        assertThat(RANGE.count()).isEqualTo(1);
        assertThatThrownBy(() -> RANGE.value(0))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the values of Interval[low=-5.0, high=5.0] have no index");
    }

    @Test
    void isNotSplit() {
        assertThat(RANGE.slice(0, 1)).isSameAs(RANGE);
        for (int[] part : new int[][] {{0, 0}, {1, 1}, {0, 2}, {-1, 1}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RANGE.slice(part[0], part[1]))
                    .withMessage("Interval[low=-5.0, high=5.0] is not split: its one slice is 0 .. 1, got " + part[0]
                            + " .. " + part[1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "-Infinity, 0", "0, Infinity", "-1e308, 1e308"})
    void needsFiniteEndsInOrder(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(low, high))
                .withMessage("a range needs low < high, both finite, got low " + low + " and high " + high);
    }

    /** Of -5 .. 5 the parts are 10 * 2^-40. */
    @Test
    void roundsToTheNearestPart() {
        double part = 10 * 0x1p-40;
        assertThat(RANGE.round(0)).isEqualTo(0);
        assertThat(RANGE.round(0.4 * part)).isEqualTo(0);
        assertThat(RANGE.round(-0.4 * part)).isEqualTo(0);
        assertThat(RANGE.round(0.6 * part)).isEqualTo(-5 + (0x1p39 + 1) * part);
        assertThat(RANGE.round(-5 + 2.4 * part)).isEqualTo(-5 + 2 * part);
        assertThat(RANGE.round(5 - 0.4 * part)).isEqualTo(5);
        assertThat(new Interval(0, 1).round(0.1)).isEqualTo(Math.rint(0.1 * 0x1p40) / 0x1p40);
    }

    @Test
    void endsStayAndWhatIsOutsideGoesToThem() {
        for (Interval range : new Interval[] {
            RANGE,
            new Interval(0, 0.1),
            new Interval(0.1, 0.3),
            new Interval(-1e308, 0.5e308),
            new Interval(0, Double.MIN_VALUE)
        }) {
            assertThat(range.round(range.low())).isEqualTo(range.low());
            assertThat(range.round(range.high())).isEqualTo(range.high());
            assertThat(range.round(Double.NEGATIVE_INFINITY)).isEqualTo(range.low());
            assertThat(range.round(Double.POSITIVE_INFINITY)).isEqualTo(range.high());
            assertThat(range.round(Math.nextDown(range.low()))).isEqualTo(range.low());
            assertThat(range.round(Math.nextUp(range.high()))).isEqualTo(range.high());
        }
    }

    @Test
    void nanHasNoNearestValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RANGE.round(Double.NaN))
                .withMessage("NaN has no nearest value in Interval[low=-5.0, high=5.0]");
    }

    /** For ranges of any size and place: inside, no further off than half a part, and there to stay. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anyValueOfAnyRange(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(13) - 6);
            double width = random.nextDouble() * Math.pow(10, random.nextInt(13) - 6);
            if (!(low < low + width)) {
                continue;
            }
            Interval range = new Interval(low, low + width);
            double value = Math.min(range.high(), low + random.nextDouble() * width);
            String what = "seed " + seed + ", " + value + " in " + range;

            double rounded = range.round(value);

            assertThat(rounded).as(what).isBetween(range.low(), range.high());
            double half = (range.high() - range.low()) * 0x1p-41;
            double slack = 2 * Math.ulp(Math.max(Math.abs(range.low()), Math.abs(range.high())));
            assertThat(distance(rounded, value)).as(what).isLessThanOrEqualTo(half + slack);
            assertThat(range.round(rounded)).as(what).isEqualTo(rounded);
        }
    }

    private static double distance(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b)).abs().doubleValue();
    }

    /** What it is for: values that differ in their last digits, as sums in another order do, become the same. */
    @Test
    void lastDigitsDoNotCount() {
        Random random = new Random(4);
        int same = 0;
        for (int i = 0; i < 10_000; i++) {
            double value = -5 + 10 * random.nextDouble();
            same += RANGE.round(value) == RANGE.round(value + 4 * Math.ulp(value)) ? 1 : 0;
        }
        assertThat(same).isGreaterThan(9_980);
    }
}
