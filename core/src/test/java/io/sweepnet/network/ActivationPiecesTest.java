package io.sweepnet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.network.Activation.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationPiecesTest {

    private static Stream<Activation> activationsOfPieces() {
        return Arrays.stream(Activation.values())
                .filter(activation -> activation.pieces().isPresent());
    }

    /** Kernels take values from the pieces where a forward pass calls the function: none may be off by a bit. */
    @ParameterizedTest
    @MethodSource("activationsOfPieces")
    void piecesGiveTheValuesOfTheFunctionToTheBit(Activation activation) {
        ActivationPieces pieces = activation.pieces().orElseThrow();
        for (double z : points(pieces)) {
            int piece = pieces.piece(z);

            // Adding 0 makes 0 of -0.
            assertThat(pieces.value(piece, z) + 0.0).as("at %s", z).isEqualTo(activation.apply(z) + 0.0);
        }
    }

    /** Breakpoints, their neighbours, and numbers of all sizes. */
    private static List<Double> points(ActivationPieces pieces) {
        List<Double> points = new ArrayList<>(List.of(0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE));
        for (double at : pieces.breakpoints()) {
            points.addAll(List.of(at, Math.nextUp(at), Math.nextDown(at), at + 0.1, at - 0.1));
        }
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            points.add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            points.add(4 * random.nextGaussian());
        }
        return points;
    }

    @ParameterizedTest
    @MethodSource("activationsOfPieces")
    void derivativesAreTheSlopesOfThePieces(Activation activation) {
        ActivationPieces pieces = activation.pieces().orElseThrow();
        for (double z : points(pieces)) {
            if (activation.isDifferentiable()
                    && Arrays.stream(pieces.breakpoints()).noneMatch(at -> at == z)) {
                assertThat(activation.derivative(z)).as("at %s", z).isEqualTo(pieces.slope(pieces.piece(z)));
            }
        }
    }

    /** What follows a breakpoint at the value itself and at the next number: the right piece of a jump, the left of a kink. */
    @ParameterizedTest
    @MethodSource("activationsOfPieces")
    void aBreakpointBelongsToOneSide(Activation activation) {
        ActivationPieces pieces = activation.pieces().orElseThrow();
        for (int index = 0; index < pieces.breakpointCount(); index++) {
            double at = pieces.breakpoint(index);

            assertThat(pieces.piece(Math.nextDown(at))).isEqualTo(index);
            assertThat(pieces.piece(at)).isEqualTo(pieces.areFlat() ? index + 1 : index);
            assertThat(pieces.piece(Math.nextUp(at))).isEqualTo(index + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theShapeFollowsFromThePieces(Activation activation) {
        Shape expected = switch (activation) {
            case IDENTITY, RELU, LEAKY_RELU -> Shape.HINGE;
            case HARD_TANH, HARD_SIGMOID -> Shape.PIECEWISE;
            case STEP, SIGN -> Shape.STEP;
            case TANH, SIGMOID -> Shape.SMOOTH;
        };

        assertThat(activation.shape()).isEqualTo(expected);
        assertThat(activation.pieces().isEmpty()).isEqualTo(expected == Shape.SMOOTH);
        assertThat(activation.isIdentity()).isEqualTo(activation == Activation.IDENTITY);
        assertThat(activation.isRectifier()).isEqualTo(activation == Activation.RELU);
    }

    @Test
    void aHingeIsTheNumberItselfAboveZeroAndNothingElse() {
        assertThat(pieces(of(), of(1), of(0)).isHinge()).isTrue();
        assertThat(pieces(of(0), of(3, 1), of(0, 0)).isHinge()).isTrue();
        assertThat(pieces(of(), of(2), of(0)).isHinge()).isFalse();
        assertThat(pieces(of(), of(1), of(1)).isHinge()).isFalse();
        assertThat(pieces(of(0), of(0, 2), of(0, 0)).isHinge()).isFalse();
        assertThat(pieces(of(1), of(0, 1), of(1, 0)).isHinge()).isFalse();
        assertThat(pieces(of(-1, 1), of(0, 1, 0), of(-1, 0, 1)).isHinge()).isFalse();
    }

    @Test
    void piecesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(0), of(1), of(0)))
                .withMessage("1 breakpoints make 2 pieces, got 1 slopes and 1 intercepts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(0), of(-1, 1), of(0, 0)))
                .withMessageContaining("a finite slope of at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(), of(1), of(Double.NaN)))
                .withMessageContaining("a finite intercept");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(1, 1), of(0, 1, 0), of(0, 0, 0)))
                .withMessage("breakpoints have to be finite and ascend, got [1.0, 1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(0), of(0, 0), of(1, 0)))
                .withMessageContaining("at 0.0 falls pieces with breakpoints [0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(0), of(0, 1), of(0, 1)))
                .withMessageContaining("has flat pieces alone, but at 0.0 jumps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pieces(of(0), of(1, 1), of(0, 0)))
                .withMessageContaining("nothing changes at 0.0");
    }

    @Test
    void piecesDoNotChange() {
        double[] breakpoints = of(-1, 1);
        ActivationPieces pieces = pieces(breakpoints, of(0, 1, 0), of(-1, 0, 1));
        breakpoints[0] = 7;
        pieces.breakpoints()[1] = 7;
        pieces.slopes()[1] = 7;
        pieces.intercepts()[1] = 7;

        assertThat(pieces)
                .hasToString(
                        "pieces with breakpoints [-1.0, 1.0], slopes [0.0, 1.0, 0.0], intercepts [-1.0, 0.0, 1.0]");
        assertThat(pieces.count()).isEqualTo(3);
        assertThat(pieces.steepest()).isEqualTo(1);
        assertThat(pieces.largestIntercept()).isEqualTo(1);
    }

    private static ActivationPieces pieces(double[] breakpoints, double[] slopes, double[] intercepts) {
        return new ActivationPieces(breakpoints, slopes, intercepts);
    }

    private static double[] of(double... numbers) {
        return numbers;
    }
}
