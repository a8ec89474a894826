package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1024, 1",
        "2047, 1",
        "2048, 2",
        "2500, 2",
        "3071, 2",
        "3072, 3",
        "65535, 63",
        "65536, 64",
        "66560, 64",
        "1000000, 64",
        "2147483647, 64",
    })
    void theirNumberFollowsFromTheRowsAlone(int rows, int count) {
        assertThat(Shards.of(rows)).isEqualTo(new Shards(rows, count));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1023, 2047, 2048, 2500, 4097, 65_537, 999_983, Integer.MAX_VALUE})
    void theyFollowOneAnotherAndDifferByOneRowAtMost(int rows) {
        Shards shards = Shards.of(rows);
        int least = rows / shards.count();
        int next = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            assertThat(shards.from(shard)).as("first row of shard %d", shard).isEqualTo(next);
            next = shards.to(shard);
            assertThat(next - shards.from(shard)).as("rows of shard %d", shard).isBetween(least, least + 1);
        }

        assertThat(next).isEqualTo(rows);
    }

    @Test
    void aTableOfManyRowsIsCutWhereStated() {
        Shards shards = Shards.of(2501);

        assertThat(shards.from(0)).isZero();
        assertThat(shards.to(0)).isEqualTo(1250);
        assertThat(shards.to(1)).isEqualTo(2501);
    }
}
