package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every loss; a new one is found here by its name. */
class LossesTest {

    static Stream<String> names() {
        return Arrays.stream(LossOf.allNames());
    }

    static Stream<Loss> lossesOfNumbers() {
        return names().map(Losses::of).filter(loss -> !loss.isForClasses());
    }

    @Test
    void knowsThese() {
        assertThat(Losses.names()).isEqualTo("absolute, cross-entropy, huber, squared, zero-one, huber(DELTA)");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNameLeadsBack(String name) {
        Loss loss = Losses.of(name);

        assertThat(loss.name()).isEqualTo(name);
        assertThat(Losses.of(loss.name())).hasSameClassAs(loss);
    }

    @ParameterizedTest
    @MethodSource("names")
    void classesHaveOneTargetAndNumbersOneEach(String name) {
        Loss loss = Losses.of(name);

        assertThat(loss.targetColumns(3)).isEqualTo(loss.isForClasses() ? 1 : 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0E-5, 0.1, 1.5, 1.0E22})
    void theDeltaOfHuberComesBackToTheLastBit(double delta) {
        Loss huber = new HuberLoss(delta);

        Loss read = Losses.of(huber.name());

        assertThat(read.name()).isEqualTo(huber.name());
        assertThat(LossOf.one(read, 3 * delta, 0)).isEqualTo(LossOf.one(huber, 3 * delta, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Squared", "mse", "huber()", "huber(x)", " squared"})
    void anUnknownNameIsAnsweredWithAllKnownOnes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of(name))
                .withMessage("unknown loss '" + name + "'; known are " + Losses.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"huber(0)", "huber(-1)", "huber(1e999)"})
    void aDeltaThatCannotBeIsRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Losses.of(name)).withMessageContaining("delta");
    }

    @ParameterizedTest
    @MethodSource("names")
    void anOutputThatIsNotANumberGivesNoFiniteLoss(String name) {
        Loss loss = Losses.of(name);
        for (int place = 0; place < 2; place++) {
            double[][] outputs = {{1, 1}, {2, 2}};
            outputs[place][1] = Double.NaN;

            assertThat(LossOf.table(loss, outputs, new double[][] {{0, 1}, {1, 1}}))
                    .as("output %d", place)
                    .isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void rowsAreCountedFromTheOneNamed(String name) {
        Loss loss = Losses.of(name);
        double[][] targets = {{0, 1, 0, 1, 1}, {2, 3, 4, 5, 6}};
        double[][] outputs = {{0.5, -2}, {1.5, 7}};
        double[][] statistics = new double[loss.statisticSize()][2];
        double[][] ofSelection = new double[loss.statisticSize()][2];

        loss.statistics(outputs, targets, 2, 2, statistics);
        loss.statistics(outputs, new double[][] {{0, 1}, {4, 5}}, 0, 2, ofSelection);

        assertThat(statistics).isDeepEqualTo(ofSelection);
    }

    /** Targets and outputs divided by a scale: the loss stays in the target's own units, twice over too. */
    @ParameterizedTest
    @MethodSource("lossesOfNumbers")
    void scaledTargetsKeepTheLossInItsOwnUnits(Loss loss) {
        double[][] outputs = {{3, -0.5, 10}, {0, 2, 0.25}};
        double[][] targets = {{1, 0, -20}, {0.5, 2, 7}};
        double plain = LossOf.table(loss, outputs, targets);

        Loss scaled = loss.forTargetScale(250);
        Loss twice = scaled.forTargetScale(0.02);

        assertThat(LossOf.table(scaled, divided(outputs, 250), divided(targets, 250)))
                .isCloseTo(plain, within(plain * 1e-14));
        assertThat(LossOf.table(twice, divided(outputs, 5), divided(targets, 5)))
                .isCloseTo(plain, within(plain * 1e-14));
        assertThat(scaled.name()).isEqualTo(loss.name());
        assertThat(scaled.isDifferentiable()).isEqualTo(loss.isDifferentiable());
    }

    /** d loss / d (output / scale) is scale times d loss / d output. */
    @ParameterizedTest
    @MethodSource("lossesOfNumbers")
    void scaledTargetsScaleTheGradient(Loss loss) {
        double[] plain = LossOf.gradient(loss, new double[] {3, -0.5}, 1, 0);

        double[] scaled = LossOf.gradient(loss.forTargetScale(250), new double[] {3 / 250.0, -0.5 / 250}, 1 / 250.0, 0);

        for (int i = 0; i < plain.length; i++) {
            assertThat(scaled[i]).isCloseTo(250 * plain[i], within(Math.abs(plain[i]) * 1e-11));
        }
    }

    private static double[][] divided(double[][] columns, double scale) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(column).map(x -> x / scale).toArray())
                .toArray(double[][]::new);
    }
}
