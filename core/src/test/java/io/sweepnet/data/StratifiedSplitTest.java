package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Splits of tables of classes. */
class StratifiedSplitTest {

    @ParameterizedTest(name = "test {0}, validation {1}")
    @CsvSource({
        "0.1, 0",
        "0.2, 0",
        "0.2, 0.1",
        "0.25, 0.25",
        "0.3, 0.3",
        "0.5, 0",
        "0.45, 0.45",
        "0.8, 0.1",
        "0.001, 0.001",
        "0.337, 0.101",
    })
    void aPartHasItsShareOfEveryClassWithinARow(double testShare, double validationShare) {
        int[] sizes = {50, 37, 60};
        for (long seed = 0; seed < 5; seed++) {
            Dataset table = ofClasses(sizes, seed);
            Split split = Split.of(table, testShare, validationShare, seed);
            for (Dataset part : parts(split).toList()) {
                for (int k = 0; k < sizes.length; k++) {
                    double share = sizes[k] * (double) part.rows() / table.rows();
                    assertThat(Math.abs(counts(part)[k] - share))
                            .as("seed %d, class %d, part of %d rows", seed, k, part.rows())
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void theCountsOfARoundCaseAreExact() {
        Split split = Split.of(ofClasses(new int[] {60, 30, 10}, 3), 0.2, 0.1, 3);

        assertThat(counts(split.test().orElseThrow())).containsExactly(12, 6, 2);
        assertThat(counts(split.validation().orElseThrow())).containsExactly(6, 3, 1);
        assertThat(counts(split.training())).containsExactly(42, 21, 7);
    }

    @ParameterizedTest(name = "test {0}")
    @ValueSource(doubles = {0.01, 0.1, 0.2, 0.3, 0.4, 0.49})
    void aClassOfOneRowIsLearnedFrom(double testShare) {
        for (long seed = 0; seed < 10; seed++) {
            Split split = Split.of(ofClasses(new int[] {100, 1, 60}, seed), testShare, 0, seed);

            assertThat(counts(split.training())[1]).as("seed %d", seed).isEqualTo(1);
        }
    }

    /** Its rows stand at 1/4 and 3/4: a part that ends between the two has one, and so has what is learned from. */
    @ParameterizedTest(name = "test {0}")
    @CsvSource({"0.1, 0", "0.2, 0", "0.3, 1", "0.5, 1", "0.7, 1", "0.8, 2"})
    void aClassOfTwoRowsIsSharedOut(double testShare, int held) {
        for (long seed = 0; seed < 10; seed++) {
            Split split = Split.of(ofClasses(new int[] {100, 2, 60}, seed), testShare, 0, seed);

            assertThat(counts(split.test().orElseThrow())[1])
                    .as("seed %d", seed)
                    .isEqualTo(held);
            assertThat(counts(split.training())[1]).as("seed %d", seed).isEqualTo(2 - held);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, -7})
    void everyRowIsInExactlyOnePart(long seed) {
        Dataset table = ofClasses(new int[] {40, 1, 2, 54}, seed);

        int[] positions = parts(Split.of(table, 0.3, 0.2, seed))
                .flatMapToInt(part -> Arrays.stream(TestTables.positions(part)))
                .sorted()
                .toArray();

        assertThat(positions).isEqualTo(IntStream.range(0, 97).toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfReadingDoesNotMatter(long seed) {
        Dataset table = TestTables.random(150, seed);
        Dataset other = TestTables.reordered(table, TestTables.shuffled(150, seed));

        List<String> parts =
                parts(Split.of(table, 0.2, 0.2, seed)).map(Dataset::sha256).toList();
        List<String> ofOther =
                parts(Split.of(other, 0.2, 0.2, seed)).map(Dataset::sha256).toList();

        assertThat(ofOther).isEqualTo(parts);
    }

    @Test
    void whichRowsOfAClassAreHeldOutHangsOnTheSeed() {
        Dataset table = ofClasses(new int[] {40, 40}, 1);
        int[] first = heldOut(table, 1);

        assertThat(heldOut(table, 1)).isEqualTo(first);
        assertThat(heldOut(table, 2)).isNotEqualTo(first).hasSameSizeAs(first);
    }

    @Test
    void theTestPartDoesNotDependOnTheValidationPart() {
        Dataset table = ofClasses(new int[] {40, 7, 19}, 1);

        int[] beside =
                TestTables.positions(Split.of(table, 0.25, 0.25, 1).test().orElseThrow());

        assertThat(beside).isEqualTo(heldOut(table, 1));
    }

    private static int[] heldOut(Dataset table, long seed) {
        return TestTables.positions(Split.of(table, 0.25, 0, seed).test().orElseThrow());
    }

    private static Stream<Dataset> parts(Split split) {
        return Stream.of(Stream.of(split.training()), split.validation().stream(), split.test().stream())
                .flatMap(part -> part);
    }

    private static int[] counts(Dataset part) {
        int[] counts = new int[part.classes().size()];
        for (double k : part.targets()[0]) {
            counts[(int) k]++;
        }
        return counts;
    }

    /** A table with so many rows of each class, in an order by seed; no two rows are alike. */
    private static Dataset ofClasses(int[] sizes, long seed) {
        List<Integer> sorted = new ArrayList<>();
        for (int k = 0; k < sizes.length; k++) {
            for (int i = 0; i < sizes[k]; i++) {
                sorted.add(k);
            }
        }
        int[] order = TestTables.shuffled(sorted.size(), seed);
        double[] feature = new double[order.length];
        double[] target = new double[order.length];
        for (int row = 0; row < order.length; row++) {
            feature[row] = order[row];
            target[row] = sorted.get(order[row]);
        }
        return Dataset.builder()
                .feature("x", feature)
                .target("kind", target)
                .classes(IntStream.range(0, sizes.length)
                        .mapToObj(k -> "class " + k)
                        .toList())
                .build();
    }
}
