package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 2, 511, 512, 513, 1023, 1024, 1025})
    void manyRowsGiveWhatEachGivesAlone(int rows) {
        Architecture architecture =
                Architecture.of(3, List.of(4, 3), 2, List.of(Activation.TANH, Activation.LEAKY_RELU));
        Random random = new Random(5);
        Network network = new Network(Parameters.of(
                architecture,
                random.doubles(architecture.parameterCount(), -2, 2).toArray()));
        double[][] features = new double[3][];
        Arrays.setAll(features, i -> random.doubles(rows, -2, 2).toArray());

        double[][] together = network.predict(features);

        double[][] alone = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            double[] outputs = network.predict(new double[] {features[0][row], features[1][row], features[2][row]});
            assertThat(outputs).hasSize(2);
            alone[0][row] = outputs[0];
            alone[1][row] = outputs[1];
        }
        assertThat(together).isDeepEqualTo(alone);
    }

    @Test
    void noRowsGiveNoPredictions() {
        Network network = new Network(
                Parameters.of(new Architecture(List.of(1, 1), List.of(Activation.IDENTITY)), new double[] {1, 0}));

        assertThat(network.predict(new double[1][0])).isDeepEqualTo(new double[1][0]);
    }

    /** One unit, w = 1, b = 0: inputs -1, -0.0, 0 and 1. */
    @Test
    void aStepAtZeroIsOneAtMinusZeroToo() {
        double[][] inputs = {{-1, -0.0, 0, 1}};

        assertThat(unit(Activation.STEP, 1).predict(inputs)[0]).containsExactly(0, 1, 1, 1);
        assertThat(unit(Activation.SIGN, 1).predict(inputs)[0]).containsExactly(-1, 1, 1, 1);
        assertThat(unit(Activation.STEP, -1).predict(inputs)[0]).containsExactly(1, 1, 1, 0);
        assertThat(unit(Activation.SIGN, -1).predict(inputs)[0]).containsExactly(1, 1, 1, -1);
    }

    private static Network unit(Activation activation, double weight) {
        Architecture architecture = new Architecture(List.of(1, 1), List.of(activation));
        return new Network(Parameters.of(architecture, new double[] {weight, 0}));
    }

    @Test
    void aWrongNumberOfFeaturesIsRefusedWithBothNumbers() {
        Network network = unit(Activation.STEP, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new double[] {1, 2, 3}))
                .withMessageContaining("1-1")
                .withMessageContaining("takes 1 features, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.predict(new double[2][5]))
                .withMessageContaining("takes 1 features, got 2");
    }
}
