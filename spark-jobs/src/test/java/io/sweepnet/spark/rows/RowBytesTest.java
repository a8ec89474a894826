package io.sweepnet.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.RowContent;
import io.sweepnet.spark.table.packed.RowBlock;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as bytes are in canonical order, and nothing of them is lost. */
class RowBytesTest {

    private static final double[] VALUES = {
        0.0, -0.0, 1, -1, 1e300, -1e300, Double.MIN_VALUE, -Double.MIN_VALUE, Math.nextUp(1.0), 3.25
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theirOrderIsThatOfTheCore(long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[3][400];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> VALUES[random.nextInt(VALUES.length)]);
        }
        RowBlock block = block(columns, null);
        long[] hashes = RowContent.hashes(columns, 400);
        RowBytes form = new RowBytes(3, false);

        int[] positions = IntStream.range(0, 400)
                .mapToObj(row -> form.of(block, row, hashes[row]))
                .sorted(RowBytes::compare)
                .mapToInt(form::position)
                .toArray();

        Dataset canonical = Dataset.builder()
                .feature("a", columns[0])
                .feature("b", columns[1])
                .target("y", columns[2])
                .build()
                .canonical();
        assertThat(positions)
                .isEqualTo(IntStream.range(0, 400).map(canonical::position).toArray());
    }

    /** Hashes of two rows differ so seldom not that content must be put in order here by hand. */
    @Test
    void rowsOfOneHashAreInTheOrderOfTheirContentThenOfTheirPosition() {
        double[] ascending = Arrays.stream(VALUES).sorted().toArray();
        RowBlock block = block(new double[][] {ascending}, null);
        RowBlock other = new RowBlock(block.columns(), new int[] {Integer.MAX_VALUE - 9}, null);
        RowBytes form = new RowBytes(1, false);

        for (int row = 0; row < ascending.length - 1; row++) {
            assertThat(RowBytes.compare(form.of(block, row, 7), form.of(block, row + 1, 7)))
                    .as("%s, %s", ascending[row], ascending[row + 1])
                    .isNegative();
        }
        assertThat(RowBytes.compare(form.of(block, 0, 7), form.of(other, 0, 7))).isNegative();
        assertThat(RowBytes.compare(form.of(block, 0, -7), form.of(block, 0, 7)))
                .as("hashes are signed")
                .isNegative();
    }

    @Test
    void nothingIsLost() {
        String[] ids = {"a", null, "", "\uD83D\uDE00 é", "x,y", "1", "2", "3", "4", "5"};
        RowBlock block = block(new double[][] {VALUES, VALUES.clone()}, ids);
        RowBytes form = new RowBytes(2, true);

        for (int row = 0; row < ids.length; row++) {
            byte[] bytes = form.of(block, row, 5);
            assertThat(form.id(bytes)).isEqualTo(ids[row]);
            assertThat(form.position(bytes)).isEqualTo(row);
            assertThat(form.number(bytes, 1)).isEqualTo(VALUES[row]);
            assertThat(Double.doubleToLongBits(form.number(bytes, 0))).isEqualTo(Double.doubleToLongBits(VALUES[row]));
        }
    }

    @Test
    void rangesAreEqualPartsOfAllHashes() {
        RowBlock block = block(new double[][] {{1}}, null);
        RowBytes form = new RowBytes(1, false);

        assertThat(RowBytes.range(form.of(block, 0, Long.MIN_VALUE), 7)).isZero();
        assertThat(RowBytes.range(form.of(block, 0, -1), 2)).isZero();
        assertThat(RowBytes.range(form.of(block, 0, 0), 2)).isEqualTo(1);
        assertThat(RowBytes.range(form.of(block, 0, Long.MAX_VALUE), 4096)).isEqualTo(4095);
    }

    private static RowBlock block(double[][] columns, String[] ids) {
        return new RowBlock(columns, IntStream.range(0, columns[0].length).toArray(), ids);
    }
}
