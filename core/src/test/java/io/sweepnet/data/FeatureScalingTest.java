package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.data.FeatureScaling.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureScalingTest {

    /** Mean 2.5, sum of squared distances 5, population deviation sqrt(1.25). */
    private static final Dataset TABLE = table(1, 2, 3, 4);

    @Test
    void standardGivesMeanZeroAndPopulationDeviationOne() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.STANDARD, TABLE);

        assertThat(scaling.centres()).containsExactly(2.5);
        assertThat(scaling.scales()).containsExactly(Math.sqrt(1.25));
        assertThat(scaling.apply(TABLE).features()[0])
                .containsExactly(
                        -1.5 / Math.sqrt(1.25), -0.5 / Math.sqrt(1.25), 0.5 / Math.sqrt(1.25), 1.5 / Math.sqrt(1.25));
    }

    @Test
    void unitNormGivesMeanZeroAndSquaresThatSumToOne() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.UNIT_NORM, TABLE);

        assertThat(scaling).isEqualTo(new FeatureScaling(Kind.UNIT_NORM, List.of(2.5), List.of(Math.sqrt(5))));
        double squares = Arrays.stream(scaling.apply(TABLE).features()[0])
                .map(x -> x * x)
                .sum();
        assertThat(squares).isCloseTo(1, within(1e-15));
    }

    @Test
    void minMaxGivesZeroToOne() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.MIN_MAX, TABLE);

        assertThat(scaling).isEqualTo(new FeatureScaling(Kind.MIN_MAX, List.of(1.0), List.of(3.0)));
        assertThat(scaling.apply(TABLE).features()[0]).containsExactly(0, 1 / 3.0, 2 / 3.0, 1);
    }

    @Test
    void noneLeavesFeaturesAsTheyAre() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.NONE, TABLE);

        assertThat(scaling).isEqualTo(new FeatureScaling(Kind.NONE, List.of(0.0), List.of(1.0)));
        assertThat(scaling.apply(TABLE).features()[0]).containsExactly(1, 2, 3, 4);
    }

    @Test
    void heldOutRowsAreMappedAsTheTrainingRowsSay() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.STANDARD, table(0, 2));

        assertThat(scaling.apply(table(5, 1, -3)).features()[0]).containsExactly(4, 0, -4);
    }

    @Test
    void eachFeatureHasAScaleOfItsOwnAndTheRestStays() {
        Dataset table = Dataset.builder()
                .feature("a", new double[] {0, 10})
                .feature("b", new double[] {-1, 1})
                .target("y", new double[] {5, 6})
                .weights(new double[] {1, 3})
                .build();

        Dataset scaled = FeatureScaling.fit(Kind.MIN_MAX, table).apply(table);

        assertThat(scaled.features()).isDeepEqualTo(new double[][] {{0, 1}, {0, 1}});
        assertThat(scaled.featureNames()).containsExactly("a", "b");
        assertThat(scaled.targets()).isDeepEqualTo(table.targets());
        assertThat(TestTables.weights(scaled)).containsExactly(1, 3);
        assertThat(table.features()[0]).containsExactly(0, 10);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aConstantColumnIsCentredAndKeepsScaleOne(Kind kind) {
        FeatureScaling scaling = FeatureScaling.fit(kind, table(5, 5, 5));

        assertThat(scaling.scales()).containsExactly(1.0);
        assertThat(scaling.apply(table(5, 6)).features()[0]).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-5, -1e-5, 0.1, 1e9})
    void aColumnThatVariesByRoundingAloneCountsAsConstant(double value) {
        for (Kind kind : List.of(Kind.STANDARD, Kind.UNIT_NORM, Kind.MIN_MAX)) {
            FeatureScaling scaling = FeatureScaling.fit(kind, table(value, Math.nextUp(value), Math.nextDown(value)));

            assertThat(scaling.scales()).as("%s", kind).containsExactly(1.0);
            assertThat(scaling.apply(table(value)).features()[0][0])
                    .as("%s", kind)
                    .isCloseTo(0, within(Math.ulp(value)));
        }
    }

    /** Distances from the mean: -4/3, -1/3 and 5/3, which a difference of squares would lose. */
    @Test
    void aLargeOffsetDoesNotSpoilTheDeviation() {
        FeatureScaling scaling = FeatureScaling.fit(Kind.STANDARD, table(1e11, 1e11 + 1, 1e11 + 3));

        assertThat(scaling.scales().get(0)).isCloseTo(Math.sqrt(42.0 / 27), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aSmallColumnThatVariesIsScaled(Kind kind) {
        double[] scaled = FeatureScaling.fit(kind, table(1e-5, 2e-5, 3e-5))
                .apply(table(1e-5, 3e-5))
                .features()[0];

        assertThat(scaled[1] - scaled[0]).isGreaterThan(0.9);
    }

    @ParameterizedTest
    @EnumSource
    void oneRowStaysFinite(Kind kind) {
        double[] scaled = FeatureScaling.fit(kind, table(7)).apply(table(7)).features()[0];

        assertThat(scaled).containsExactly(kind == Kind.NONE ? 7 : 0);
    }

    @Test
    void aTableOfAnotherWidthIsRefusedWithBothNumbers() {
        FeatureScaling scaling = new FeatureScaling(Kind.STANDARD, List.of(1.0, 2.0), List.of(1.0, 1.0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaling.apply(TABLE))
                .withMessage("a scaling of 2 features got a table of 1");
    }

    @Test
    void centresAndScalesMustBeAsMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureScaling(Kind.NONE, List.of(0.0, 0.0), List.of(1.0)))
                .withMessageContaining("got 2 and 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void aScaleThatCannotDivideIsRefused(double scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureScaling(Kind.NONE, List.of(0.0), List.of(scale)))
                .withMessageContaining("scale " + scale);
    }

    @ParameterizedTest
    @EnumSource
    void theNameLeadsBack(Kind kind) {
        assertThat(Kind.of(kind.label())).isSameAs(kind);
    }

    @Test
    void anUnknownNameIsAnsweredWithAllKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Kind.of("z-score"))
                .withMessage("unknown scaling 'z-score'; known are standard, unit-norm, min-max, none");
    }

    private static Dataset table(double... feature) {
        return Dataset.of(new double[][] {feature}, new double[feature.length]);
    }
}
