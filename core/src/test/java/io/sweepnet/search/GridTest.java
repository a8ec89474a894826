package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridTest {

    @Test
    void holdsBothEndsAndEvenSteps() {
        assertThat(values(Grid.of(-2, 2, 5))).containsExactly(-2, -1, 0, 1, 2);
    }

    /** From -1 to 1 in steps of 0.1: zero and both ends are exact, where adding 0.1 again and again misses them. */
    @Test
    void aGridOfTenthsHoldsZeroAndBothEndsExactly() {
        double[] values = values(Grid.of(-1, 1, 21));

        assertThat(values).hasSize(21);
        assertThat(values[0]).isEqualTo(-1.0);
        assertThat(Double.toString(values[10])).isEqualTo("0.0");
        assertThat(values[20]).isEqualTo(1.0);
        for (int i = 0; i < 20; i++) {
            assertThat(values[i]).as("value %d", i).isEqualTo(-1 + i * (2.0 / 20));
        }
    }

    /** Whatever the range: the stated order of operations, every value inside and above the one before. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void followsItsFormulaForAnyRange(long seed) {
        Random random = new Random(seed);
        double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
        double high = low + random.nextDouble() * Math.pow(10, random.nextInt(9) - 4);
        int size = 2 + random.nextInt(200);
        Grid grid = Grid.of(low, high, size);
        String what = "seed " + seed + ", " + grid;

        double[] values = values(grid);

        for (int i = 0; i < size - 1; i++) {
            assertThat(values[i]).as(what).isEqualTo(low + i * ((high - low) / (size - 1)));
            assertThat(values[i + 1]).as(what).isGreaterThan(values[i]);
        }
        assertThat(values[0]).as(what).isEqualTo(low);
        assertThat(values[size - 1]).as(what).isEqualTo(high);
    }

    /** There the formula alone would give 0.9999999999999999. */
    @Test
    void theLastIsHighEvenWhereTheFormulaMissesIt() {
        assertThat(0 + 49 * ((1.0 - 0) / 49)).isNotEqualTo(1);
        assertThat(Grid.of(0, 1, 50).value(49)).isEqualTo(1);
        assertThat(Grid.of(0, 1, 50).slice(40, 50).value(49)).isEqualTo(1);
    }

    @Test
    void oneCandidateIsTheLowEnd() {
        assertThat(values(Grid.of(-3, 7, 1))).containsExactly(-3);
    }

    @Test
    void aSliceKeepsIndicesBitsAndRange() {
        Grid whole = Grid.of(-5, 5, 100);

        Grid slice = whole.slice(30, 60).slice(41, 44);

        assertThat(slice.from()).isEqualTo(41);
        assertThat(slice.to()).isEqualTo(44);
        assertThat(slice.count()).isEqualTo(3);
        assertThat(slice.low()).isEqualTo(-5);
        assertThat(slice.high()).isEqualTo(5);
        for (int i = 41; i < 44; i++) {
            assertThat(slice.value(i)).isEqualTo(whole.value(i));
        }
        assertThat(whole.slice(99, 100).value(99)).isEqualTo(5);
        assertThat(whole.slice(50, 50).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"29, 40", "30, 61", "45, 44", "-1, 40"})
    void aSliceCannotReachBeyondItsOwnPart(int from, int to) {
        Grid part = Grid.of(-5, 5, 100).slice(30, 60);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> part.slice(from, to))
                .withMessage("a slice must lie in 30 .. 60, got " + from + " .. " + to);
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(-5, 5, 100, from - 100, to + 100));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "-Infinity, 0", "0, Infinity", "-1e308, 1e308"})
    void aRangeNeedsFiniteEndsInOrder(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(low, high, 10))
                .withMessageContaining("got low " + low + " and high " + high);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aGridNeedsACandidate(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grid.of(0, 1, size))
                .withMessage("a grid needs at least 1 candidate, got " + size);
    }

    private static double[] values(Grid grid) {
        return IntStream.range(grid.from(), grid.to()).mapToDouble(grid::value).toArray();
    }
}
