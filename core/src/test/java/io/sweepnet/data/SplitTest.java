package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.random.HashRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

    @ParameterizedTest
    @CsvSource({
        "100, 0.2, 0, 20, 0",
        "100, 0.2, 0.1, 20, 10",
        "442, 0.2, 0, 88, 0",
        "5, 0.001, 0.001, 1, 1",
        "10, 0.25, 0, 3, 0",
        "10, 0.24, 0, 2, 0",
        "3, 0.3, 0.3, 1, 1",
    })
    void partsHaveTheRowsAskedFor(int rows, double testShare, double validationShare, int test, int validation) {
        Split split = Split.of(numbered(rows), testShare, validationShare, 1);

        assertThat(split.test().map(Dataset::rows).orElse(0)).isEqualTo(test);
        assertThat(split.validation().map(Dataset::rows).orElse(0)).isEqualTo(validation);
        assertThat(split.training().rows()).isEqualTo(rows - test - validation);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 42, -7})
    void everyRowIsInExactlyOnePart(long seed) {
        Split split = Split.of(numbered(97), 0.3, 0.2, seed);

        List<Integer> positions = new ArrayList<>();
        for (Dataset part : parts(split)) {
            Arrays.stream(TestTables.positions(part)).forEach(positions::add);
        }
        assertThat(positions).as("seed %d", seed).doesNotHaveDuplicates().hasSize(97);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfReadingDoesNotMatter(long seed) {
        Dataset table = TestTables.random(150, seed);
        Dataset other = TestTables.reordered(table, TestTables.shuffled(150, seed));

        List<Dataset> parts = parts(Split.of(table, 0.2, 0.2, seed));
        List<Dataset> ofOther = parts(Split.of(other, 0.2, 0.2, seed));

        for (int i = 0; i < parts.size(); i++) {
            assertThat(ofOther.get(i).features())
                    .as("seed %d", seed)
                    .isDeepEqualTo(parts.get(i).features());
            assertThat(ofOther.get(i).targets())
                    .as("seed %d", seed)
                    .isDeepEqualTo(parts.get(i).targets());
            assertThat(ofOther.get(i).sha256())
                    .as("seed %d", seed)
                    .isEqualTo(parts.get(i).sha256());
        }
    }

    @Test
    void partsAreInCanonicalOrder() {
        for (Dataset part : parts(Split.of(numbered(60), 0.3, 0.3, 5))) {
            assertThat(part.canonical()).isSameAs(part);
        }
    }

    @Test
    void theSeedDecidesAndNothingElse() {
        Dataset table = numbered(60);
        int[] first = TestTables.positions(Split.of(table, 0.5, 0, 1).training());

        assertThat(TestTables.positions(Split.of(table, 0.5, 0, 1).training())).isEqualTo(first);
        assertThat(TestTables.positions(Split.of(table, 0.5, 0, 2).training())).isNotEqualTo(first);
    }

    /** Tables of numbers are cut by the random order alone, so that splits of earlier versions stay what they are. */
    @Test
    void ofNumbersTheFirstInRandomOrderAreHeldOut() {
        Dataset table = numbered(20).canonical();
        int[] order = HashRandom.permutation(20, 9, HashRandom.Role.SPLIT, 0);

        Split split = Split.of(table, 0.2, 0.1, 9);

        assertThat(TestTables.positions(split.test().orElseThrow())).isEqualTo(positions(table, order, 0, 4));
        assertThat(TestTables.positions(split.validation().orElseThrow())).isEqualTo(positions(table, order, 4, 6));
        assertThat(TestTables.positions(split.training())).isEqualTo(positions(table, order, 6, 20));
    }

    private static int[] positions(Dataset canonical, int[] order, int from, int to) {
        return Arrays.stream(order, from, to).sorted().map(canonical::position).toArray();
    }

    /** The test rows stay when a validation part is taken out too, so that results stay comparable. */
    @Test
    void theTestPartDoesNotDependOnTheValidationPart() {
        Dataset table = numbered(60);

        int[] alone = TestTables.positions(Split.of(table, 0.25, 0, 1).test().orElseThrow());
        int[] beside =
                TestTables.positions(Split.of(table, 0.25, 0.25, 1).test().orElseThrow());

        assertThat(beside).isEqualTo(alone);
    }

    @Test
    void withoutSharesAllRowsAreForTraining() {
        Split split = Split.of(numbered(10), 0, 0, 1);

        assertThat(split.training().rows()).isEqualTo(10);
        assertThat(split.validation()).isEmpty();
        assertThat(split.test()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void aShareOutsideZeroToOneIsRefused(double share) {
        Dataset table = numbered(10);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(table, share, 0, 1))
                .withMessage("a held-out share must lie in [0, 1), got " + share);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(table, 0, share, 1))
                .withMessage("a held-out share must lie in [0, 1), got " + share);
    }

    @Test
    void sharesThatLeaveNothingToLearnFromAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(numbered(2), 0.1, 0.1, 1))
                .withMessage("of 2 rows, 1 for test and 1 for validation leave none to learn from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(numbered(10), 0.99, 0, 1))
                .withMessage("of 10 rows, 10 for test and 0 for validation leave none to learn from");
    }

    private static List<Dataset> parts(Split split) {
        return List.of(
                split.training(), split.validation().orElseThrow(), split.test().orElseThrow());
    }

    private static Dataset numbered(int rows) {
        double[] numbers = new double[rows];
        Arrays.setAll(numbers, i -> i);
        return Dataset.of(new double[][] {numbers}, numbers);
    }
}
