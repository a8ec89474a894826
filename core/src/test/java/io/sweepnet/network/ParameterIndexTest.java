package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.network.ParameterIndex.Kind;
import org.junit.jupiter.api.Test;

class ParameterIndexTest {

    @Test
    void aWeightHasAnInput() {
        ParameterIndex weight = ParameterIndex.weight(1, 2, 3);

        assertThat(weight).isEqualTo(new ParameterIndex(1, Kind.WEIGHT, 2, 3));
        assertThat(weight.isWeight()).isTrue();
        assertThat(weight.kind().label()).isEqualTo("weight");
    }

    @Test
    void aBiasHasNone() {
        ParameterIndex bias = ParameterIndex.bias(1, 2);

        assertThat(bias).isEqualTo(new ParameterIndex(1, Kind.BIAS, 2, ParameterIndex.NO_INPUT));
        assertThat(bias.isWeight()).isFalse();
        assertThat(bias.kind().label()).isEqualTo("bias");
    }

    @Test
    void placesThatCannotBeAreRefused() {
        assertRefused(-1, Kind.WEIGHT, 0, 0);
        assertRefused(0, Kind.WEIGHT, -1, 0);
        assertRefused(0, Kind.WEIGHT, 0, -1);
        assertRefused(0, Kind.BIAS, 0, 0);
        assertRefused(-1, Kind.BIAS, 0, ParameterIndex.NO_INPUT);
    }

    private static void assertRefused(int layer, Kind kind, int unit, int input) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterIndex(layer, kind, unit, input))
                .withMessage("no such parameter: layer %d, %s, unit %d, input %d", layer, kind.label(), unit, input);
    }
}
