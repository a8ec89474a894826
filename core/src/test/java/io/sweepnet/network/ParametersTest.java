package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final Architecture SMALL =
            new Architecture(List.of(2, 3, 1), List.of(Activation.RELU, Activation.IDENTITY));

    private static final double[] FLAT = {1, 2, 3, 4, 5, 6, 10, 20, 30, 7, 8, 9, 40};

    private final Parameters parameters = Parameters.of(SMALL, FLAT);

    @Test
    void layersFlattenUnitByUnit() {
        Parameters ofLayers = Parameters.ofLayers(
                SMALL, new double[][][] {{{1, 2}, {3, 4}, {5, 6}}, {{7, 8, 9}}}, new double[][] {{10, 20, 30}, {40}});

        assertThat(ofLayers).isEqualTo(parameters).hasSameHashCodeAs(parameters);
        assertThat(ofLayers.toArray()).containsExactly(FLAT);
    }

    @Test
    void layersComeBack() {
        assertThat(parameters.weights(0)).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        assertThat(parameters.weights(1)).isDeepEqualTo(new double[][] {{7, 8, 9}});
        assertThat(parameters.biases(0)).containsExactly(10, 20, 30);
        assertThat(parameters.biases(1)).containsExactly(40);
    }

    @Test
    void aValueIsFoundByNameAndByPosition() {
        assertThat(parameters.get(ParameterIndex.weight(0, 2, 1))).isEqualTo(6);
        assertThat(parameters.get(ParameterIndex.bias(0, 1))).isEqualTo(20);
        assertThat(parameters.get(9)).isEqualTo(7);
        assertThat(parameters.count()).isEqualTo(13);
        assertThat(parameters.architecture()).isEqualTo(SMALL);
    }

    @Test
    void textTellsTheirNumberAndNetwork() {
        assertThat(parameters).hasToString("13 parameters of 2-3-1 (relu, identity)");
    }

    @Test
    void withChangesOneValueOfACopy() {
        Parameters changed = parameters.with(ParameterIndex.weight(1, 0, 0), -7);

        assertThat(changed.toArray()).containsExactly(1, 2, 3, 4, 5, 6, 10, 20, 30, -7, 8, 9, 40);
        assertThat(parameters.toArray()).containsExactly(FLAT);
    }

    @Test
    void noArrayGivenOrTakenIsShared() {
        double[] given = FLAT.clone();
        Parameters made = Parameters.of(SMALL, given);

        given[0] = 99;
        made.toArray()[1] = 99;
        made.weights(0)[1][0] = 99;
        made.biases(0)[0] = 99;

        assertThat(made).isEqualTo(parameters);
    }

    @Test
    void equalityIsThatOfBitsAndArchitecture() {
        Architecture other = new Architecture(List.of(2, 3, 1), List.of(Activation.STEP, Activation.IDENTITY));
        ParameterIndex bias = ParameterIndex.bias(1, 0);

        assertThat(parameters).isNotEqualTo(Parameters.of(other, FLAT));
        assertThat(parameters.with(bias, 0.0)).isNotEqualTo(parameters.with(bias, -0.0));
        assertThat(parameters.with(bias, Double.NaN)).isEqualTo(parameters.with(bias, Double.NaN));
        assertThat(parameters.with(bias, Math.nextUp(40.0))).isNotEqualTo(parameters);
    }

    @Test
    void aWrongNumberOfValuesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.of(SMALL, new double[12]))
                .withMessageContaining("2-3-1")
                .withMessageContaining("13")
                .withMessageContaining("12");
    }
}
