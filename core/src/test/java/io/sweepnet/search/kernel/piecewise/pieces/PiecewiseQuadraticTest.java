package io.sweepnet.search.kernel.piecewise.pieces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sweepnet.search.Grid;
import org.junit.jupiter.api.Test;

/** Sums written to arrays, added up, are the sums of all rows. */
class PiecewiseQuadraticTest {

    /** Distances -2.5, -1.5, -0.5, 0.5 and 1.5. */
    private final SortedCandidates candidates = new SortedCandidates();

    PiecewiseQuadraticTest() {
        candidates.set(Grid.of(-2, 2, 5), 0.5);
    }

    private PiecewiseQuadratic begun() {
        PiecewiseQuadratic sums = new PiecewiseQuadratic();
        sums.begin(candidates);
        return sums;
    }

    @Test
    void arraysAddUpToAllRows() {
        PiecewiseQuadratic a = begun();
        a.add(8, 2, 3);
        a.growErrorBound(8, 2, 3);
        a.jump(1, true, 0.1, 2);
        a.change(1, true, 2, 0, 0);
        PiecewiseQuadratic b = begun();
        b.add(4, -1, 5);
        b.jump(-1, false, 0.75, 3);
        b.change(-1, false, 3, 1, 0);
        PiecewiseQuadratic expected = begun();
        expected.add(a);
        expected.add(b);

        double[] array = new double[1 + PiecewiseQuadratic.length(5, true)];
        a.write(array, 1, true);
        double[] other = new double[array.length];
        b.write(other, 1, true);
        for (int i = 0; i < array.length; i++) {
            array[i] += other[i];
        }
        PiecewiseQuadratic read = begun();
        read.read(array, 1, true);

        double[] sums = new double[5];
        double[] errors = new double[5];
        double[] expectedSums = new double[5];
        double[] expectedErrors = new double[5];
        read.evaluate(sums, errors);
        expected.evaluate(expectedSums, expectedErrors);
        assertThat(sums).isEqualTo(expectedSums);
        assertThat(errors).isEqualTo(expectedErrors);
        assertThat(read.errorAtCurrent()).isEqualTo(expected.errorAtCurrent());
        for (int index = 0; index < 5; index++) {
            assertThat(read.isJump(index)).as("jump before %d", index).isEqualTo(index == 2 || index == 4);
            assertThat(read.isUncertain(index)).as("doubt at %d", index).isEqualTo(index == 1 || index == 2);
        }
    }

    @Test
    void aJumpThatWouldBeLostIsRefused() {
        PiecewiseQuadratic sums = begun();
        sums.jump(1, true, 0.1, 2);
        double[] array = new double[PiecewiseQuadratic.length(5, false)];
        assertThatIllegalStateException()
                .isThrownBy(() -> sums.write(array, 0, false))
                .withMessage("a row jumps where none can");
    }
}
