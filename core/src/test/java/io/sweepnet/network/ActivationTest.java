package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.network.Activation.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    @ParameterizedTest
    @CsvSource({
        "identity, -1.5, -1.5",
        "identity, 2, 2",
        "relu, -1.5, 0",
        "relu, 0, 0",
        "relu, 2, 2",
        "leaky-relu, -2, -0.02",
        "leaky-relu, 0, 0",
        "leaky-relu, 2, 2",
        "tanh, 0, 0",
        "tanh, 0.5, 0.46211715726000975",
        "tanh, -0.5, -0.46211715726000975",
        "tanh, 1000, 1",
        "sigmoid, 0, 0.5",
        "sigmoid, 1, 0.7310585786300049",
        "sigmoid, -1000, 0",
        "sigmoid, 1000, 1",
        "step, -4.9E-324, 0",
        "step, 0, 1",
        "step, -0.0, 1",
        "step, 4.9E-324, 1",
        "sign, -4.9E-324, -1",
        "sign, 0, 1",
        "sign, -0.0, 1",
        "sign, 4.9E-324, 1",
        "hard-tanh, -1.5, -1",
        "hard-tanh, -1, -1",
        "hard-tanh, -0.75, -0.75",
        "hard-tanh, 0, 0",
        "hard-tanh, 0.75, 0.75",
        "hard-tanh, 1, 1",
        "hard-tanh, 1000, 1",
        "hard-sigmoid, -1000, 0",
        "hard-sigmoid, -3, 0",
        "hard-sigmoid, -1.5, 0.25",
        "hard-sigmoid, 0, 0.5",
        "hard-sigmoid, 1, 0.6666666666666666",
        "hard-sigmoid, 3, 1",
        "hard-sigmoid, 3.5, 1",
    })
    void knownValues(String name, double z, double expected) {
        assertThat(Activation.of(name).apply(z)).isCloseTo(expected, within(1e-16));
    }

    @ParameterizedTest
    @EnumSource
    void notANumberGoesThrough(Activation activation) {
        assertThat(activation.apply(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void neverDecreases(Activation activation) {
        for (double z = -6; z < 6; z += 0.125) {
            assertThat(activation.apply(z + 0.125)).as("from %s", z).isGreaterThanOrEqualTo(activation.apply(z));
        }
    }

    /** Central differences at points that are no kink of any function here. */
    @ParameterizedTest
    @EnumSource
    void derivativeIsTheSlope(Activation activation) {
        double step = 1e-5;
        for (double z = -3.03; z < 3; z += 0.1) {
            double slope = (activation.apply(z + step) - activation.apply(z - step)) / (2 * step);
            if (activation.isDifferentiable()) {
                assertThat(activation.derivative(z)).as("at %s", z).isCloseTo(slope, within(1e-9));
            } else {
                assertThat(slope).as("flat at %s", z).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyFlatFunctionsHaveNoDerivativeAndTheyAreNamed(Activation activation) {
        assertThat(activation.isDifferentiable()).isEqualTo(activation.shape() != Shape.STEP);
        if (activation.shape() == Shape.STEP) {
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> activation.derivative(1))
                    .withMessageContaining("'" + activation.label() + "'");
        }
    }

    /** The shape is a promise to kernels: second differences vanish on straight pieces, first ones on flat pieces. */
    @ParameterizedTest
    @EnumSource
    void piecesAreOfTheShapeTheySay(Activation activation) {
        double curvature = 0;
        double slope = 0;
        for (double z = -2.75; z < 3; z += 0.5) {
            double below = activation.apply(z - 0.125);
            double above = activation.apply(z + 0.125);
            curvature = Math.max(curvature, Math.abs(below + above - 2 * activation.apply(z)));
            slope = Math.max(slope, Math.abs(above - below));
        }

        assertThat(curvature < 1e-15).isEqualTo(activation.shape() != Shape.SMOOTH);
        assertThat(slope < 1e-15).isEqualTo(activation.shape() == Shape.STEP);
    }

    @Test
    void derivativesAtKinksAreThoseStated() {
        assertThat(Activation.RELU.derivative(0)).isZero();
        assertThat(Activation.LEAKY_RELU.derivative(0)).isEqualTo(Activation.LEAK);
        assertThat(Activation.HARD_TANH.derivative(-1)).isZero();
        assertThat(Activation.HARD_TANH.derivative(1)).isZero();
        assertThat(Activation.HARD_SIGMOID.derivative(-3)).isZero();
        assertThat(Activation.HARD_SIGMOID.derivative(3)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theNameLeadsBack(Activation activation) {
        assertThat(Activation.of(activation.label())).isSameAs(activation);
        assertThat(activation).hasToString(activation.label());
        assertThat(Activation.labels().split(", ")).contains(activation.label());
    }

    @Test
    void anUnknownNameIsAnsweredWithAllKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of("ReLU"))
                .withMessageContaining("'ReLU'")
                .withMessageContaining(Activation.labels());
    }
}
