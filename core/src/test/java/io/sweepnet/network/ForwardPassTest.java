package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardPassTest {

    private static final double[] AWKWARD = {
        -0.0,
        0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        0.1,
        -0.7,
        1e300,
        -1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    /** leaky-relu(0.5 + 2 relu(1 - x + 2 y) - relu(3 + x)), by hand. */
    @Test
    void followsTheFormula() {
        Architecture architecture = new Architecture(List.of(2, 2, 1), List.of(Activation.RELU, Activation.LEAKY_RELU));
        double[] parameters = {-1, 2, 1, 0, 1, 3, 2, -1, 0.5};

        double[][] outputs =
                new ForwardPass(architecture).outputs(parameters, new double[][] {{2, 7, -4}, {5, 1, 0}}, 0, 3);

        double[] known = {0.5 + 2 * 9 - 5, 0.01 * (0.5 + 2 * 0 - 10), 0.5 + 2 * 5 - 0};
        assertThat(Arrays.copyOf(outputs[0], 3)).containsExactly(known);
    }

    /** At zero of either sign both functions are 1: in a unit of weight 1, where only a bias of -0.0 keeps the sign. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0})
    void aUnitThatStepsIsOneAtZero(double bias) {
        double[] parameters = {1, bias};
        double[][] inputs = {{-1, -0.0, 0, 1}};

        assertThat(outputs(Activation.STEP, parameters, inputs)).containsExactly(0, 1, 1, 1);
        assertThat(outputs(Activation.SIGN, parameters, inputs)).containsExactly(-1, 1, 1, 1);
    }

    private static double[] outputs(Activation activation, double[] parameters, double[][] inputs) {
        Parameters unit = Parameters.of(new Architecture(List.of(1, 1), List.of(activation)), parameters);
        return new Network(unit).predict(inputs)[0];
    }

    /** 1e16 + 1 rounds to 1e16, so only "bias first, then input by input" gives 1e16 here. */
    @Test
    void addsTheBiasFirstThenInputByInput() {
        Architecture architecture = new Architecture(List.of(2, 1), List.of(Activation.IDENTITY));
        ForwardPass forward = new ForwardPass(architecture);
        double[][] ones = {{1}, {1}};

        assertThat(forward.outputs(new double[] {1, 1, 1e16}, ones, 0, 1)[0][0]).isEqualTo(1e16);
        assertThat(forward.outputs(new double[] {1e16, -1e16, 1}, ones, 0, 1)[0][0])
                .isZero();
    }

    /** Any number of inputs, values of very different size: each order of additions has bits of its own. */
    @ParameterizedTest(name = "{0} inputs")
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 12, 13})
    void hasTheBitsOfThePlainSum(int inputs) {
        Random random = new Random(inputs);
        Architecture architecture = new Architecture(List.of(inputs, 2), List.of(Activation.IDENTITY));
        double[] parameters =
                random.doubles(architecture.parameterCount(), -9, 9).toArray();
        double[][] features = new double[inputs][];
        Arrays.setAll(
                features,
                i -> random.doubles(600, -1, 1)
                        .map(x -> x * Math.pow(10, i % 3))
                        .toArray());

        double[][] outputs = new ForwardPass(architecture).outputs(parameters, features, 90, 510);

        for (int unit = 0; unit < 2; unit++) {
            for (int row = 0; row < 510; row++) {
                double z = parameters[architecture.biasOffset(0) + unit];
                for (int input = 0; input < inputs; input++) {
                    z += parameters[unit * inputs + input] * features[input][90 + row];
                }
                assertThat(outputs[unit][row]).as("unit %d, row %d", unit, row).isEqualTo(z);
            }
        }
    }

    /** One unit whose pre-activation is the input, to the bit: what is inlined for speed must not differ. */
    @ParameterizedTest
    @EnumSource
    void appliesEachActivationAsItIs(Activation activation) {
        Architecture architecture = new Architecture(List.of(1, 1), List.of(activation));
        double[] parameters = {1, -0.0};

        double[] outputs =
                new ForwardPass(architecture).outputs(parameters, new double[][] {AWKWARD}, 0, AWKWARD.length)[0];

        double[] expected = Arrays.stream(AWKWARD).map(activation::apply).toArray();
        assertThat(Arrays.copyOf(outputs, AWKWARD.length)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aRowHasTheSameBitsInEveryTile(Activation activation) {
        Architecture architecture = Architecture.of(3, List.of(4, 3), 2, List.of(activation, activation));
        Random random = new Random(11);
        double[] parameters =
                random.doubles(architecture.parameterCount(), -3, 3).toArray();
        double[][] features = new double[3][];
        Arrays.setAll(features, i -> random.doubles(700, -2, 2).toArray());
        ForwardPass forward = new ForwardPass(architecture);
        double[][] whole = copy(forward.outputs(parameters, features, 0, 512), 512);

        for (int from : new int[] {1, 7, 188, 511}) {
            int count = Math.min(512, 700 - from);
            double[][] tile = copy(forward.outputs(parameters, features, from, count), 512 - from);
            for (int output = 0; output < 2; output++) {
                assertThat(tile[output])
                        .as("output %d of the tile from row %d", output, from)
                        .containsExactly(Arrays.copyOfRange(whole[output], from, 512));
            }
        }
    }

    private static double[][] copy(double[][] outputs, int count) {
        return Arrays.stream(outputs)
                .map(column -> Arrays.copyOf(column, count))
                .toArray(double[][]::new);
    }
}
