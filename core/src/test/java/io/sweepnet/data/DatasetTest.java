package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {0, 1, 1};

    @Test
    void holdsWhatTheBuilderWasGiven() {
        Dataset table = Dataset.builder()
                .feature("a", X)
                .feature("b", new double[] {4, 5, 6})
                .target("y", Y)
                .classes(List.of("no", "yes"))
                .weights(new double[] {1, 0, 2.5})
                .build();

        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.featureNames()).containsExactly("a", "b");
        assertThat(table.features()).isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(table.targetNames()).containsExactly("y");
        assertThat(table.targets()).isDeepEqualTo(new double[][] {{0, 1, 1}});
        assertThat(table.classes()).containsExactly("no", "yes");
        assertThat(table.isWeighted()).isTrue();
        assertThat(TestTables.weights(table)).containsExactly(1, 0, 2.5);
        assertThat(table.totalWeight()).isEqualTo(3.5);
        assertThat(TestTables.positions(table)).containsExactly(0, 1, 2);
        assertThat(table.toString()).contains("3 rows", "[a, b]", "[y]");
    }

    @Test
    void positionsGivenTakeThePlaceOfNumbers() {
        Dataset table = Dataset.builder()
                .feature("a", X)
                .target("y", Y)
                .positions(new int[] {7, 0, 90})
                .build();

        assertThat(TestTables.positions(table)).containsExactly(7, 0, 90);
        assertThat(TestTables.positions(table.rows(new int[] {2, 0}))).containsExactly(90, 7);
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", Y)
                        .positions(new int[2])
                        .build(),
                "got 2 positions for 3 rows");
    }

    @Test
    void unnamedColumnsAreNumberedAndRowsCountOne() {
        Dataset table = Dataset.of(new double[][] {X, X}, new double[][] {Y, X});

        assertThat(table.featureNames()).containsExactly("x0", "x1");
        assertThat(table.targetNames()).containsExactly("y0", "y1");
        assertThat(table.classes()).isEmpty();
        assertThat(table.isWeighted()).isFalse();
        assertThat(TestTables.weights(table)).containsExactly(1, 1, 1);
        assertThat(table.totalWeight()).isEqualTo(3);
    }

    @Test
    void selectedRowsKeepTheirPositionsAndWeights() {
        Dataset table = Dataset.builder()
                .feature("a", X)
                .target("y", Y)
                .weights(new double[] {1, 2, 3})
                .build();

        Dataset selected = table.rows(new int[] {2, 0, 2});

        assertThat(selected.features()).isDeepEqualTo(new double[][] {{3, 1, 3}});
        assertThat(selected.targets()).isDeepEqualTo(new double[][] {{1, 0, 1}});
        assertThat(TestTables.weights(selected)).containsExactly(3, 1, 3);
        assertThat(TestTables.positions(selected)).containsExactly(2, 0, 2);
        assertThat(TestTables.positions(selected.rows(new int[] {1}))).containsExactly(0);
        assertThat(table.rows()).isEqualTo(3);
    }

    @Test
    void aTableNeedsAFeatureAndATarget() {
        assertRefused(() -> Dataset.builder().target("y", Y).build(), "at least one feature and one target");
        assertRefused(() -> Dataset.builder().feature("a", X).build(), "at least one feature and one target");
    }

    @Test
    void columnsOfDifferentLengthAreNamedWithBoth() {
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .feature("b", new double[2])
                        .target("y", Y)
                        .build(),
                "feature 'b' has 2 rows, the first feature has 3");
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", new double[4])
                        .build(),
                "target 'y' has 4 rows, the first feature has 3");
    }

    @Test
    void repeatedNamesAreRefused() {
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .feature("a", X)
                        .target("y", Y)
                        .build(),
                "two features have the same name: [a, a]");
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", Y)
                        .target("y", Y)
                        .build(),
                "two targets have the same name: [y, y]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aValueThatIsNotFiniteIsNamedWithItsRow(double value) {
        double[] broken = {1, value, 3};

        assertRefused(
                () -> Dataset.builder().feature("a", broken).target("y", Y).build(),
                "feature 'a' holds " + value + " in row 1");
        assertRefused(
                () -> Dataset.builder().feature("a", X).target("y", broken).build(),
                "target 'y' holds " + value + " in row 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2})
    void aTargetThatIsNoClassIndexIsNamed(double index) {
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", new double[] {0, 1, index})
                        .classes(List.of("no", "yes"))
                        .build(),
                "target 'y' holds " + index + ", which is no index of the 2 classes");
    }

    @Test
    void classificationHasOneTarget() {
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", Y)
                        .target("z", Y)
                        .classes(List.of("no", "yes"))
                        .build(),
                "[y, z]");
    }

    @Test
    void weightsMustBeAsManyAsRowsAndCountSomething() {
        assertRefused(() -> weighted(1, 2), "got 2 weights for 3 rows");
        assertRefused(() -> weighted(0, 0, 0), "the weights of all rows add up to 0.0");
        assertRefused(() -> weighted(1e308, 1e308, 1), "the weights of all rows add up to Infinity");
        assertRefused(() -> weighted(1, -0.5, 1), "got -0.5");
        assertRefused(() -> weighted(1, Double.NaN, 1), "got NaN");
        assertRefused(() -> weighted(1, Double.POSITIVE_INFINITY, 1), "got Infinity");
    }

    @Test
    void aShardKeepsItsOrderAndMayHaveNoWeight() {
        Dataset shard = Dataset.builder()
                .feature("a", X)
                .target("y", Y)
                .weights(new double[3])
                .positions(new int[] {7, 3, 9})
                .buildShard();

        assertThat(shard.canonical()).isSameAs(shard);
        assertThat(shard.totalWeight()).isZero();
        assertThat(shard.position(1)).isEqualTo(3);
        assertRefused(
                () -> Dataset.builder()
                        .feature("a", X)
                        .target("y", Y)
                        .weights(new double[] {1, -1, 0})
                        .buildShard(),
                "got -1.0");
    }

    private static Dataset weighted(double... weights) {
        return Dataset.builder().feature("a", X).target("y", Y).weights(weights).build();
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }
}
