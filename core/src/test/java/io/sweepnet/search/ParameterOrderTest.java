package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterOrderTest {

    /** Flat positions: hidden weights 0 .. 5 and biases 6 .. 8, output weights 9 .. 11 and bias 12. */
    private static final Architecture SMALL = Architecture.of(2, List.of(3), 1, List.of(Activation.RELU));

    @Test
    void outputFirstGoesBackLayerByLayer() {
        int[] order = {9, 10, 11, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(ParameterOrder.OUTPUT_FIRST.ofSweep(SMALL, 42, 1)).isEqualTo(order);
        assertThat(ParameterOrder.OUTPUT_FIRST.ofSweep(SMALL, 7, 2)).isEqualTo(order);
    }

    @Test
    void layerGoesForward() {
        int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

        assertThat(ParameterOrder.LAYER.ofSweep(SMALL, 42, 1)).isEqualTo(order);
        assertThat(ParameterOrder.LAYER.ofSweep(SMALL, 7, 2)).isEqualTo(order);
    }

    /** Expected orders from an independent program. */
    @Test
    void randomIsAnotherOrderInEachSweepAndStaysTheSameForEver() {
        assertThat(ParameterOrder.RANDOM.ofSweep(SMALL, 42, 1))
                .containsExactly(6, 8, 5, 11, 9, 10, 12, 4, 7, 1, 0, 2, 3);
        assertThat(ParameterOrder.RANDOM.ofSweep(SMALL, 42, 2))
                .containsExactly(1, 11, 0, 2, 10, 3, 6, 5, 12, 7, 8, 4, 9);
    }

    @ParameterizedTest
    @EnumSource
    void everyParameterComesOncePerSweep(ParameterOrder order) {
        Architecture deep =
                Architecture.of(3, List.of(4, 1, 2), 3, List.of(Activation.RELU, Activation.STEP, Activation.TANH));
        for (int sweep = 1; sweep < 5; sweep++) {
            Set<Integer> seen = new HashSet<>();
            for (int position : order.ofSweep(deep, 3, sweep)) {
                seen.add(position);
                assertThat(position).isBetween(0, deep.parameterCount() - 1);
            }
            assertThat(seen).hasSize(deep.parameterCount()).hasSize(order.ofSweep(deep, 3, sweep).length);
        }
    }
}
