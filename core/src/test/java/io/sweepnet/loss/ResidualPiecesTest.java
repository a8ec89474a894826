package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ResidualPiecesTest {

    private static final double[] TWO_ZEROS = {0, 0};

    private static ResidualPieces huber(double delta) {
        return new HuberLoss(delta).residualPieces().orElseThrow();
    }

    @Test
    void theSquareIsOnePiece() {
        ResidualPieces square = ResidualPieces.ofSquare();

        assertThat(square.isSquare()).isTrue();
        assertThat(square.count()).isEqualTo(1);
        assertThat(square.value(-3)).isEqualTo(9);
        assertThat(square.steepest(5)).isEqualTo(10);
    }

    @Test
    void onlyTheBareSquareIsTheSquare() {
        assertThat(huber(1).isSquare()).isFalse();
        assertThat(ResidualPieces.ofSquare().scaled(2).isSquare()).isFalse();
        assertThat(ResidualPieces.of(new double[0], new double[] {0}, new double[] {1}, new double[] {1})
                        .isSquare())
                .isFalse();
        assertThat(ResidualPieces.of(new double[0], new double[] {1}, new double[] {0}, new double[] {1})
                        .isSquare())
                .isFalse();
    }

    /** delta / 4 after a division by 4: the square ends there, and slopes are those of the residual in the outputs' units. */
    @Test
    void deltaFollowsTheScaleOfTheTarget() {
        ResidualPieces pieces =
                new HuberLoss(2).forTargetScale(4).residualPieces().orElseThrow();

        assertThat(pieces.ends()).containsExactly(-0.5, 0.5);
        assertThat(pieces.constant()).containsExactly(-0.125, 0, -0.125);
        assertThat(pieces.linear()).containsExactly(-0.5, 0, 0.5);
        assertThat(pieces.square()).containsExactly(0, 0.5, 0);
    }

    @Test
    void theSteepestSlopeIsThatOfPiecesWithinReach() {
        assertThat(huber(2).steepest(0.5)).isEqualTo(0.5);
        assertThat(huber(2).steepest(2)).isEqualTo(2);
        assertThat(huber(2).steepest(1e300)).isEqualTo(2);
        assertThat(huber(2).steepest(Double.POSITIVE_INFINITY)).isEqualTo(2);
        assertThat(new AbsoluteLoss().residualPieces().orElseThrow().steepest(0))
                .isEqualTo(1);
    }

    @Test
    void aScaleIsThatOfTheResidual() {
        ResidualPieces scaled = huber(2).scaled(10);
        for (double residual : new double[] {-3, -0.2, -0.1, 0, 0.05, 0.2, 4}) {
            assertThat(scaled.value(residual)).isEqualTo(huber(2).value(10 * residual));
        }
        assertThat(scaled.ends()).containsExactly(-0.2, 0.2);
    }

    @Test
    void whatTheyTellCannotBeChanged() {
        double[] ends = {0};
        ResidualPieces pieces = ResidualPieces.of(ends, TWO_ZEROS, new double[] {-1, 1}, TWO_ZEROS);
        ends[0] = 7;
        pieces.ends()[0] = 7;
        pieces.linear()[0] = 7;

        assertThat(pieces.ends()).containsExactly(0);
        assertThat(pieces.linear()).containsExactly(-1, 1);
    }

    @Test
    void aHuberLossWhoseSquareOverflowsIsNotMadeOfPieces() {
        assertThat(new HuberLoss(1e200).residualPieces()).isEmpty();
        assertThat(new HuberLoss(1e-200).residualPieces()).isPresent();
    }

    @Test
    void piecesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualPieces.of(new double[] {0}, TWO_ZEROS, TWO_ZEROS, new double[] {1}))
                .withMessage("1 ends need 2 constants, linear and square factors, got 2, 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualPieces.of(new double[] {Double.NaN}, TWO_ZEROS, TWO_ZEROS, TWO_ZEROS))
                .withMessage("pieces must be made of finite numbers, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualPieces.of(new double[] {1, -1}, new double[3], new double[3], new double[3]))
                .withMessage("ends must ascend, got [1.0, -1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResidualPieces.of(new double[] {2}, TWO_ZEROS, new double[] {0, 1}, TWO_ZEROS))
                .withMessage("pieces must meet at their ends, got 0.0 and 2.0 at 2.0");
    }
}
