package io.sweepnet.search.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.RandomProblem;
import io.sweepnet.loss.DecisionLoss;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.ResidualLoss;
import io.sweepnet.loss.ResidualPieces;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.search.Ties;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels ask what a loss is made of, so losses of a user's own are served like those of the library. */
class OwnLossesTest {

    /** Squared error by another class; its pieces are the square. */
    private static final class OwnSquares extends ResidualLoss {

        private static final long serialVersionUID = 1;

        @Override
        public String name() {
            return "own-squares";
        }

        @Override
        protected void add(double[] outputs, double[] targets, int from, int count, double[] sum) {
            for (int i = 0; i < count; i++) {
                double residual = outputs[i] - targets[from + i];
                sum[i] += residual * residual;
            }
        }

        @Override
        protected double derivative(double residual) {
            return 2 * residual;
        }

        @Override
        public Optional<ResidualPieces> residualPieces() {
            return Optional.of(ResidualPieces.ofSquare());
        }
    }

    /** What each wrong decision costs, whatever the classes. */
    private static final class OwnDecisions extends DecisionLoss {

        private static final long serialVersionUID = 1;

        private final double cost;

        OwnDecisions(double cost) {
            this.cost = cost;
        }

        @Override
        public String name() {
            return "own-decisions";
        }

        @Override
        public double cost(int target, int predicted) {
            return target == predicted ? 0 : cost;
        }
    }

    static Stream<Arguments> activationsAndLosses() {
        return Stream.of(Activation.RELU, Activation.STEP)
                .flatMap(activation ->
                        Stream.of(new OwnSquares(), new OwnDecisions(1)).map(loss -> Arguments.of(activation, loss)));
    }

    @ParameterizedTest
    @MethodSource("activationsAndLosses")
    void thoseOfPiecesOrDecisionsAreServedByPiecewise(Activation activation, Loss loss) {
        Architecture architecture = Architecture.of(2, List.of(3, 2), 2, List.of(activation, Activation.RELU));

        assertThat(Kernel.fastest(architecture, loss)).isEqualTo(Kernel.PIECEWISE);
        for (long seed = 1; seed <= 6; seed++) {
            RandomProblem problem = new RandomProblem(architecture, loss, 50, seed % 2 == 0, seed);
            assertThat(problem.searched(Kernel.PIECEWISE, Ties.RANDOM))
                    .as("%s", problem)
                    .isEqualTo(problem.searched(Kernel.DIRECT, Ties.RANDOM));
        }
    }

    /** Its sums are no whole numbers: a tenth and two tenths do not add up to three tenths. */
    @Test
    void decisionsOfAnotherCostAreLeftToTheOtherKernels() {
        Architecture architecture = Architecture.of(2, List.of(3), 3, List.of(Activation.RELU));
        Loss tenths = new OwnDecisions(0.1);
        RandomProblem problem = new RandomProblem(architecture, tenths, 50, false, 1);

        assertThat(tenths.isFlat()).isTrue();
        assertThat(tenths.hasWholeStatistics()).isFalse();
        assertThat(Kernel.PIECEWISE.serves(architecture, tenths)).isFalse();
        assertThat(problem.searched(Kernel.INCREMENTAL, Ties.RANDOM))
                .isEqualTo(problem.searched(Kernel.DIRECT, Ties.RANDOM));
    }
}
