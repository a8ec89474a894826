package io.sweepnet.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(Losses.names())
                .isEqualTo("absolute, cross-entropy, epsilon-insensitive, huber, log-cosh, pinball, squared, zero-one");
    }

    @Test
    void theListOfNamesIsSorted() {
        assertThat(Losses.definitions())
                .extracting(LossDefinition::name)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aSentenceListsSomeOfThem() {
        assertThat(Losses.names(loss -> loss.name().endsWith("e") || loss.name().endsWith("y"), "or"))
                .startsWith("absolute, cross-entropy")
                .endsWith(" or zero-one");
        assertThat(Losses.names(loss -> loss.name().equals("huber"), "or")).isEqualTo("huber");
    }

    /** What messages show as the way to write a loss is one. */
    @Test
    void everyUsageIsReadAsTheDefault() {
        for (LossDefinition definition : Losses.definitions()) {
            assertThat(Losses.of(definition.usage()).name()).isEqualTo(definition.name());
            assertThat(definition.makeDefault().name()).isEqualTo(definition.name());
            assertThat(Losses.usages().split(", ")).contains(definition.usage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huber(1.5)",
                "huber(delta=1.5)",
                " huber ( delta = 1.5 ) ",
                "huber(15e-1)",
                "huber\t( 1.5 )",
                "huber(+1.50)"
            })
    void parametersAreGivenByPlaceOrByName(String text) {
        assertThat(Losses.of(text).name()).isEqualTo("huber(1.5)");
        assertThat(Losses.refusal(text)).isEmpty();
    }

    @Test
    void spacesAroundANameAreTolerated() {
        assertThat(Losses.of(" squared ").name()).isEqualTo("squared");
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
    @ValueSource(strings = {"", "Squared", "mse", "mse(1)", "mse(1", "huber 1", "(1)"})
    void anUnknownNameIsAnsweredWithAllKnownOnes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of(name))
                .withMessage("unknown loss '" + name + "'; known are " + Losses.usages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    huber(0)                | delta must be above 0 and finite, got 0.0
                    huber(-1)               | delta must be above 0 and finite, got -1.0
                    huber(delta=1e999)      | delta must be above 0 and finite, got Infinity
                    huber()                 | delta must be a number, above 0 and finite, got ''
                    huber(x)                | delta must be a number, above 0 and finite, got 'x'
                    huber(NaN)              | delta must be a number, above 0 and finite, got 'NaN'
                    huber(delta=1.5.2)      | delta must be a number, above 0 and finite, got '1.5.2'
                    huber(scale=2)          | it takes delta (above 0 and finite), got 'scale'
                    huber(1, 2)             | it takes delta (above 0 and finite), got '1, 2'
                    squared(2)              | it takes no parameters, got '2'
                    squared()               | it takes no parameters, got ''
                    squared(                | it takes no parameters
                    huber(1                 | its values belong between one ( and one ) at the end, for example huber(delta=1)
                    huber(1))               | its values belong between one ( and one ) at the end, for example huber(delta=1)
                    huber(1)(2)             | its values belong between one ( and one ) at the end, for example huber(delta=1)
                    huber(1) x              | its values belong between one ( and one ) at the end, for example huber(delta=1)
                    """, quoteCharacter = '`')
    void argumentsThatCannotBeAreRefusedInOneLine(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Losses.of(text))
                .withMessage("loss '" + text + "': " + why);
        assertThat(Losses.refusal(text)).contains(why);
    }

    /** No loss has two parameters yet. */
    @Test
    void severalParametersGoByPlaceThenByName() {
        LossDefinition two = new LossDefinition(
                "two",
                List.of(LossParameter.above("a", 1, 0), LossParameter.between("b", 0.5, 0, 1)),
                values -> new HuberLoss(values[0]));

        assertThat(two.usage()).isEqualTo("two(a=1, b=0.5)");
        assertThat(two.text(1, 0.5)).isEqualTo("two");
        assertThat(two.text(2, 0.5)).isEqualTo("two(2.0, 0.5)");
        assertThat(values("two(3, 0.25)", two)).containsExactly(3, 0.25);
        assertThat(values("two(3, b = 0.25)", two)).containsExactly(3, 0.25);
        assertThat(values("two( b=0.25 , a=3 )", two)).containsExactly(3, 0.25);
        assertThat(values("two(b=0.25)", two)).containsExactly(1, 0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values("two(b=0.25, 3)", two))
                .withMessage("values without a name come first, got 3 after b=0.25");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values("two(3, a=4)", two))
                .withMessage("a is set twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> values("two(3, 1)", two))
                .withMessage("b must be above 0 and below 1, got 1.0");
    }

    private static double[] values(String text, LossDefinition definition) {
        return LossText.of(text).orElseThrow().values(definition);
    }

    @Test
    void aDefaultIsWithinItsRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LossParameter.between("q", 1, 0, 1))
                .withMessageContaining("default of q");
        assertThat(LossParameter.atLeast("e", 0, 0).range()).isEqualTo("at least 0 and finite");
    }

    static Stream<Loss> lossesOfPieces() {
        return names().map(Losses::of).filter(loss -> loss.residualPieces().isPresent());
    }

    /** At every end and around it, and far away; for scaled targets as well. */
    @ParameterizedTest
    @MethodSource("lossesOfPieces")
    void piecesGiveTheStatisticOfARow(Loss loss) {
        for (Loss each : List.of(loss, loss.forTargetScale(250), loss.forTargetScale(0.02))) {
            ResidualPieces pieces = each.residualPieces().orElseThrow();
            DoubleStream around =
                    Arrays.stream(pieces.ends()).flatMap(end -> DoubleStream.of(end, end - 0.5, end + 0.5));
            double[] residuals = DoubleStream.concat(around, DoubleStream.of(-1000, -3, -0.01, 0, 0.01, 3, 1000))
                    .toArray();
            double[][] statistics = new double[1][residuals.length];

            each.statistics(
                    new double[][] {residuals}, new double[1][residuals.length], 0, residuals.length, statistics);

            for (int i = 0; i < residuals.length; i++) {
                double expected = statistics[0][i];
                assertThat(pieces.value(residuals[i]))
                        .as("residual %s", residuals[i])
                        .isCloseTo(expected, within(1e-12 * Math.max(expected, residuals[i] * residuals[i])));
            }
        }
    }

    /** A loss that is flat has no useful gradient, and one whose statistics are whole numbers gives such. */
    @ParameterizedTest
    @MethodSource("names")
    void whatALossSaysOfItselfHolds(String name) {
        Loss loss = Losses.of(name);
        double[][] outputs = {{0.5, -2, 0.25}, {1.5, 7, 0.125}};
        double[][] near = {{0.5001, -2.0001, 0.2501}, {1.5002, 7.0002, 0.1249}};
        double[][] targets = {{0, 1, 0}, {1, 0, 1}};
        double[][] statistics = new double[loss.statisticSize()][3];
        double[][] nearStatistics = new double[loss.statisticSize()][3];

        loss.statistics(outputs, targets, 0, 3, statistics);
        loss.statistics(near, targets, 0, 3, nearStatistics);

        boolean isWhole = Arrays.stream(statistics[0]).allMatch(value -> value == Math.rint(value));
        assertThat(isWhole).isEqualTo(loss.hasWholeStatistics());
        assertThat(Arrays.equals(statistics[0], nearStatistics[0])).isEqualTo(loss.isFlat());
        assertThat(loss.isFlat() && loss.isDifferentiable()).isFalse();
        assertThat(loss.decisions().isPresent() && loss.residualPieces().isPresent())
                .isFalse();
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
