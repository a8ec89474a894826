package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetScalingTest {

    @Test
    void standardGivesMeanZeroAndPopulationDeviationOne() {
        Dataset table = table(1, 2, 3, 4);

        TargetScaling scaling = TargetScaling.standard(table);

        assertThat(scaling).isEqualTo(new TargetScaling(2.5, Math.sqrt(1.25)));
        Dataset scaled = scaling.apply(table);
        assertThat(scaled.targets()[0])
                .containsExactly(
                        -1.5 / Math.sqrt(1.25), -0.5 / Math.sqrt(1.25), 0.5 / Math.sqrt(1.25), 1.5 / Math.sqrt(1.25));
        assertThat(scaled.features()).isDeepEqualTo(table.features());
        assertThat(table.targets()[0]).containsExactly(1, 2, 3, 4);
    }

    @Test
    void restoreUndoesIt() {
        Dataset table = table(1e6, 3e6, -2e6, 1e6);
        TargetScaling scaling = TargetScaling.standard(table);
        double[] scaled = scaling.apply(table).targets()[0];

        for (int row = 0; row < scaled.length; row++) {
            assertThat(scaling.restore(scaled[row])).isCloseTo(table.targets()[0][row], within(1e-8));
        }
    }

    @Test
    void everyTargetIsMapped() {
        Dataset table = Dataset.of(new double[][] {{0, 0}}, new double[][] {{1, 3}, {5, 9}});

        Dataset scaled = new TargetScaling(1, 2).apply(table);

        assertThat(scaled.targets()).isDeepEqualTo(new double[][] {{0, 1}, {2, 4}});
    }

    @Test
    void aConstantTargetIsCentredAndKeepsScaleOne() {
        Dataset table = table(7, 7, 7);

        TargetScaling scaling = TargetScaling.standard(table);

        assertThat(scaling).isEqualTo(new TargetScaling(7, 1));
        assertThat(scaling.apply(table).targets()[0]).containsExactly(0, 0, 0);
        assertThat(scaling.restore(0)).isEqualTo(7);
    }

    @Test
    void noneLeavesTargetsAsTheyAre() {
        Dataset table = table(1, -2, 0.1);

        assertThat(TargetScaling.NONE.isNone()).isTrue();
        assertThat(new TargetScaling(0, 2).isNone()).isFalse();
        assertThat(TargetScaling.NONE.apply(table).targets()).isDeepEqualTo(table.targets());
        assertThat(TargetScaling.NONE.restore(0.1)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @CsvSource({"NaN, 1", "Infinity, 1", "0, 0", "0, -1", "0, NaN", "0, Infinity"})
    void aMapThatCannotBeUndoneIsRefused(double centre, double scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetScaling(centre, scale))
                .withMessageContaining("got " + centre + ", " + scale);
    }

    private static Dataset table(double... target) {
        return Dataset.of(new double[][] {new double[target.length]}, target);
    }
}
