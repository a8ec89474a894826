package io.sweepnet.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.gradient.ReduceOnPlateau.Settings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReduceOnPlateauTest {

    /** Ten epochs of constant loss, patience 2: the rate after each is the rate for the next. */
    @Test
    void theRateDropsAfterMoreThanPatienceEpochs() {
        assertRates(
                rates(new Settings(0.1, 2, 0, 1e-4), constant(10)),
                0.1,
                0.1,
                0.1,
                0.01,
                0.01,
                0.01,
                0.001,
                0.001,
                0.001,
                0.0001);
    }

    @Test
    void anEpochOfCooldownIsNotCounted() {
        assertRates(
                rates(new Settings(0.1, 2, 1, 1e-4), constant(10)),
                0.1,
                0.1,
                0.1,
                0.01,
                0.01,
                0.01,
                0.01,
                0.001,
                0.001,
                0.001);
    }

    @Test
    void withoutPatienceEveryEpochThatGainsNothingCounts() {
        assertRates(rates(new Settings(0.5, 0, 0, 0), constant(4)), 0.1, 0.05, 0.025, 0.0125);
    }

    @Test
    void aBetterLossStartsTheCountAnew() {
        assertRates(
                rates(new Settings(0.1, 1, 0, 0), 5, 5, 4, 4, 3, 3, 3, 3), 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01);
    }

    /** The threshold is relative: of 1000 and of 0.001 alike, one percent must be gained, and more than that. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, 1, 0.001})
    void theThresholdIsRelative(double loss) {
        Settings settings = new Settings(0.1, 0, 0, 0.01);

        assertRates(rates(settings, loss, loss * 0.989), 0.1, 0.1);
        assertRates(rates(settings, loss, loss * 0.991), 0.1, 0.01);
    }

    /** Many gains below the threshold add up: the best stays that of the last real gain. */
    @Test
    void smallGainsAddUpAgainstTheBestThatCounted() {
        assertRates(rates(new Settings(0.1, 0, 0, 0.01), 100, 99.5, 98.9, 98.5), 0.1, 0.01, 0.01, 0.001);
    }

    @Test
    void aLossThatIsNotANumberIsNoGain() {
        assertRates(rates(new Settings(0.1, 0, 0, 0), 1, Double.NaN), 0.1, 0.01);
    }

    @Test
    void dropsTooSmallToMatterAreNotMade() {
        double[] rates = rates(new Settings(0.1, 0, 0, 0), constant(12));

        assertThat(rates[11]).isEqualTo(rates[10]).isCloseTo(1e-8, within(1e-22));
    }

    @Test
    void defaultsAreThoseStated() {
        assertThat(Settings.DEFAULT).isEqualTo(new Settings(0.1, 5, 0, 1e-4));
        assertThat(new Settings(0.1, 5, 3, 0.5).with(0.2, 7)).isEqualTo(new Settings(0.2, 7, 3, 0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0",
        "1, 1, 0, 0",
        "NaN, 1, 0, 0",
        "0.1, -1, 0, 0",
        "0.1, 1, -1, 0",
        "0.1, 1, 0, 1",
        "0.1, 1, 0, -0.1",
        "0.1, 1, 0, NaN"
    })
    void settingsThatMakeNoSenseAreRefused(double factor, int patience, int cooldown, double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(factor, patience, cooldown, threshold))
                .withMessageContaining("plateau")
                .withMessageContaining("got");
    }

    private static double[] constant(int epochs) {
        double[] losses = new double[epochs];
        Arrays.fill(losses, 3);
        return losses;
    }

    /** The rate after each epoch, starting at 0.1. */
    private static double[] rates(Settings settings, double... losses) {
        ReduceOnPlateau plateau = new ReduceOnPlateau(settings, 0.1);
        assertThat(plateau.learningRate()).isEqualTo(0.1);
        double[] rates = new double[losses.length];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            plateau.epochEnded(losses[epoch]);
            rates[epoch] = plateau.learningRate();
        }
        return rates;
    }

    private static void assertRates(double[] actual, double... expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("after epoch %d", i + 1).isCloseTo(expected[i], within(expected[i] * 1e-14));
        }
    }
}
