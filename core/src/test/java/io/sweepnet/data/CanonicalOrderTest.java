package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.random.HashRandom;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a table's rows depends on their content, not on the order they were read in. */
class CanonicalOrderTest {

    /** What a digest of {@link TestTables} begins with. */
    private static final String NAMES = "3:12:sepal.length4:zero5:größe1:4:kind2:2:no3:yes";

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameForEveryOrderOfReading(long seed) {
        Dataset table = TestTables.random(200, seed);
        Dataset other = TestTables.reordered(table, TestTables.shuffled(200, seed));

        Dataset canonical = table.canonical();
        Dataset ofOther = other.canonical();

        assertThat(Arrays.deepEquals(other.features(), table.features()))
                .as("seed %d", seed)
                .isFalse();
        assertThat(ofOther.features()).as("seed %d", seed).isDeepEqualTo(canonical.features());
        assertThat(ofOther.targets()).as("seed %d", seed).isDeepEqualTo(canonical.targets());
        assertThat(TestTables.weights(ofOther)).as("seed %d", seed).isEqualTo(TestTables.weights(canonical));
        assertThat(other.sha256()).as("seed %d", seed).isEqualTo(table.sha256());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void positionsLeadBackToTheRowsAsRead(long seed) {
        Dataset table = TestTables.random(100, seed);

        Dataset canonical = table.canonical();

        Dataset found = table.rows(TestTables.positions(canonical));
        assertThat(TestTables.positions(canonical)).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(found.features()).as("seed %d", seed).isDeepEqualTo(canonical.features());
        assertThat(found.targets()).as("seed %d", seed).isDeepEqualTo(canonical.targets());
        assertThat(TestTables.weights(found)).as("seed %d", seed).isEqualTo(TestTables.weights(canonical));
    }

    @Test
    void rowsOfTheSameContentStayTogetherInReadingOrder() {
        Dataset table = Dataset.of(new double[][] {{7, 1, 7, 2, 7, 1}}, new double[] {0, 5, 0, 5, 0, 5});

        Dataset canonical = table.canonical();

        assertThat(positionsOf(canonical, 7)).containsExactly(0, 2, 4);
        assertThat(positionsOf(canonical, 1)).containsExactly(1, 5);
        assertThat(changes(canonical.features()[0])).isEqualTo(2);
    }

    /** Two rows made to share their hash, by undoing its last step: then the content itself decides. */
    @Test
    void rowsThatShareAHashAreInOrderOfTheirContent() {
        double first = 1;
        double target = 5;
        double other = 2;
        double otherTarget = targetOfSameHash(first, target, other);
        while (!Double.isFinite(otherTarget)) {
            other++;
            otherTarget = targetOfSameHash(first, target, other);
        }

        Dataset table = Dataset.of(new double[][] {{first, other}}, new double[] {target, otherTarget});
        Dataset reversed = Dataset.of(new double[][] {{other, first}}, new double[] {otherTarget, target});

        assertThat(table.canonical().features()[0]).containsExactly(first, other);
        assertThat(reversed.canonical().features()[0]).containsExactly(first, other);
    }

    private static double targetOfSameHash(double first, double target, double other) {
        long wanted = HashRandom.mix(Double.doubleToLongBits(first)) ^ Double.doubleToLongBits(target);
        return Double.longBitsToDouble(wanted ^ HashRandom.mix(Double.doubleToLongBits(other)));
    }

    @Test
    void isNotTheOrderOfTheValues() {
        double[] ascending = new double[100];
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = i;
        }

        Dataset canonical = Dataset.of(new double[][] {ascending}, ascending).canonical();

        assertThat(canonical.features()[0]).isNotEqualTo(ascending).containsExactlyInAnyOrder(ascending);
        assertThat(canonical.classes()).isEmpty();
    }

    @Test
    void aTableInCanonicalOrderIsReturnedAsItIs() {
        Dataset canonical = TestTables.random(50, 1).canonical();

        assertThat(canonical.canonical()).isSameAs(canonical);
        Dataset part = canonical.rows(new int[] {3, 8, 20});
        assertThat(part.canonical()).isSameAs(part);
        Dataset scaled =
                FeatureScaling.fit(FeatureScaling.Kind.MIN_MAX, canonical).apply(canonical);
        assertThat(scaled.canonical()).isSameAs(scaled);
    }

    @Test
    void rowsSelectedOutOfOrderAreSortedAnew() {
        Dataset canonical = TestTables.random(50, 1).canonical();

        Dataset selected = canonical.rows(new int[] {20, 3, 8}).canonical();

        Dataset inOrder = canonical.rows(new int[] {3, 8, 20});
        assertThat(selected.features()).isDeepEqualTo(inOrder.features());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 2, 3, 4})
    void scalingBeforeAndAfterComesToTheSame(long seed) {
        Dataset table = TestTables.random(300, seed);
        Dataset shuffled = TestTables.reordered(table, TestTables.shuffled(300, seed));

        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, table);
        Dataset before = scaling.apply(table).canonical();
        Dataset after = scaling.apply(shuffled.canonical());

        assertThat(FeatureScaling.fit(FeatureScaling.Kind.STANDARD, shuffled)).isEqualTo(scaling);
        assertThat(before.features()).isEqualTo(after.features());
        assertThat(before.targets()).isEqualTo(after.targets());
        assertThat(before.sha256()).isEqualTo(after.sha256());
    }

    @Test
    void rowsSelectedFromAScaledTableKeepTheOrderOfWhatItWasScaledFrom() {
        Dataset table = TestTables.random(100, 7);
        FeatureScaling scaling = FeatureScaling.fit(FeatureScaling.Kind.STANDARD, table);
        int[] some = TestTables.shuffled(100, 8);

        Dataset scaledFirst = scaling.apply(table).rows(Arrays.copyOf(some, 40)).canonical();
        Dataset selectedFirst =
                scaling.apply(table.rows(Arrays.copyOf(some, 40)).canonical());

        assertThat(scaledFirst.features()).isEqualTo(selectedFirst.features());
    }

    @Test
    void namesClassesAndWeightsStay() {
        Dataset table = TestTables.random(20, 1);

        Dataset canonical = table.canonical();

        assertThat(canonical.featureNames()).isEqualTo(table.featureNames());
        assertThat(canonical.targetNames()).isEqualTo(table.targetNames());
        assertThat(canonical.classes()).isEqualTo(table.classes());
        assertThat(canonical.totalWeight()).isEqualTo(table.totalWeight());
    }

    @Test
    void shaIsOfSixtyFourDigitsAndTellsEveryPartApart() {
        Set<String> seen = new HashSet<>();
        seen.add(table("a", 1.0, 2.0, "no").build().sha256());
        seen.add(table("b", 1.0, 2.0, "no").build().sha256());
        seen.add(table("a", Math.nextUp(1.0), 2.0, "no").build().sha256());
        seen.add(table("a", 1.0, -2.0, "no").build().sha256());
        seen.add(table("a", 1.0, 2.0, "yes").build().sha256());
        seen.add(table("a", 1.0, 2.0, "no").weights(new double[] {1, 1}).build().sha256());
        seen.add(table("a", 1.0, 2.0, "no").weights(new double[] {1, 2}).build().sha256());

        assertThat(seen).hasSize(7).allSatisfy(sha -> assertThat(sha).matches("[0-9a-f]{64}"));
    }

    @Test
    void shaStaysTheSameForEver() {
        assertThat(table("a", 1.0, 2.0, "no").build().sha256())
                .isEqualTo("80ba9183c6877620238da0de46158af3d857218458baf9b8472e7b4fc37dcfed");
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 1023, 1024, 1025, 2047})
    void shaOfOneShardIsThatOfNamesAndColumnsWrittenOut(int rows) throws NoSuchAlgorithmException {
        Dataset canonical = TestTables.random(rows, rows).canonical();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(NAMES.getBytes(StandardCharsets.UTF_8));

        String expected = HexFormat.of().formatHex(digest.digest(columnsWrittenOut(canonical, 0, rows)));

        assertThat(canonical.sha256()).isEqualTo(expected);
    }

    @Test
    void shaOfSeveralShardsIsThatOfNamesAndOfTheirDigests() throws NoSuchAlgorithmException {
        Dataset canonical = TestTables.random(3500, 3).canonical();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(NAMES.getBytes(StandardCharsets.UTF_8));
        MessageDigest ofShard = MessageDigest.getInstance("SHA-256");
        digest.update(ofShard.digest(columnsWrittenOut(canonical, 0, 1166)));
        digest.update(ofShard.digest(columnsWrittenOut(canonical, 1166, 2333)));
        digest.update(ofShard.digest(columnsWrittenOut(canonical, 2333, 3500)));

        assertThat(canonical.sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }

    private static byte[] columnsWrittenOut(Dataset table, int from, int to) {
        double[][] columns = {
            table.features()[0], table.features()[1], table.features()[2], table.targets()[0], TestTables.weights(table)
        };
        ByteBuffer bytes = ByteBuffer.allocate(columns.length * 8 * (to - from));
        for (double[] column : columns) {
            for (int row = from; row < to; row++) {
                bytes.putDouble(column[row]);
            }
        }
        return bytes.array();
    }

    private static Dataset.Builder table(String name, double first, double second, String className) {
        return Dataset.builder()
                .feature(name, new double[] {first, second})
                .target("y", new double[] {0, 1})
                .classes(List.of(className, "other"));
    }

    private static List<Integer> positionsOf(Dataset table, double feature) {
        return IntStream.range(0, table.rows())
                .filter(row -> table.features()[0][row] == feature)
                .mapToObj(table::position)
                .toList();
    }

    private static int changes(double[] column) {
        int changes = 0;
        for (int i = 1; i < column.length; i++) {
            changes += column[i] == column[i - 1] ? 0 : 1;
        }
        return changes;
    }
}
