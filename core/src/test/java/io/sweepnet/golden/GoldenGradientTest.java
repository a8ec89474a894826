package io.sweepnet.golden;

import static io.sweepnet.golden.GoldenRun.RELATIVE;
import static io.sweepnet.golden.GoldenRun.assertLosses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.model.GradientModel;
import io.sweepnet.training.TrainingHistory;
import io.sweepnet.training.TrainingHistory.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenGradientTest {

    private static final double RELATIVE_AT_300 = 1e-6;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void thirtyEpochsFollowTheGoldenRun(int run) {
        GoldenRun golden = GoldenRun.of(run);

        TrainingHistory history = train(golden, 30);

        assertLosses(history.losses(Phase.GRADIENT), golden.losses("gradient", "epoch_losses"), RELATIVE);
        assertClose(history.finalLoss(), golden.loss("gradient", "final_loss"), RELATIVE);
        assertLosses(
                history.trained().toArray(),
                golden.parameters("gradient", "final").toArray(),
                RELATIVE);
    }

    /** The golden files hold no rates: the rule that their README states, over their losses, tells them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theLearningRateDropsAtTheSameEpochs(int run) {
        GoldenRun golden = GoldenRun.of(run);
        double rate = 0.1;
        double best = Double.POSITIVE_INFINITY;
        int inARow = 0;
        List<Double> expected = new ArrayList<>();
        for (double loss : golden.losses("gradient", "epoch_losses")) {
            inARow = loss < best * (1 - 1e-4) ? 0 : inARow + 1;
            best = inARow == 0 ? loss : best;
            if (inARow > 5) {
                rate *= 0.1;
                inARow = 0;
            }
            expected.add(rate);
        }

        List<Double> rates = train(golden, 30).iterations().stream()
                .map(iteration -> iteration.learningRate().orElseThrow())
                .toList();

        assertThat(rates).isEqualTo(expected);
    }

    /** Three hundred epochs see several drops of the learning rate; one an epoch early or late would show at once. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void threeHundredEpochsFollowTheGoldenRun(int run) {
        GoldenRun golden = GoldenRun.of(run);

        TrainingHistory history = train(golden, 300);

        double[] losses = history.losses(Phase.GRADIENT);
        double[] every25 = new double[12];
        Arrays.setAll(every25, i -> losses[i * 25]);
        assertLosses(every25, golden.losses("gradient_300", "epoch_losses_every_25"), RELATIVE_AT_300);
        assertClose(history.finalLoss(), golden.loss("gradient_300", "final_loss"), RELATIVE_AT_300);
    }

    /** The golden 300 epochs start where the 30 do. */
    private static TrainingHistory train(GoldenRun golden, int epochs) {
        GradientModel gradient = new GradientModel(GoldenRun.SETTINGS, golden.parameters("gradient", "initial"));
        return gradient.train(GoldenRun.data(), epochs, 0.1);
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * relative));
    }
}
