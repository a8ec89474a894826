package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics are summed inside a shard in row order and over shards in shard order, to the last bit. */
class ColumnStatisticsTest {

    /** Far from zero, so that a sum in another order has other bits. */
    private static double[] farFromZero(int rows, long seed) {
        Random random = new Random(seed);
        double[] column = new double[rows];
        Arrays.setAll(column, row -> 1e8 + random.nextGaussian());
        return column;
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 2, 2047, 2048, 5000, 70000})
    void sumsAreThoseOfTheShards(int rows) {
        double[] column = farFromZero(rows, rows);
        double[] other = farFromZero(rows, rows + 1);

        ColumnStatistics statistics =
                ColumnStatistics.of(new double[][] {other, column}).get(1);

        Shards shards = Shards.of(rows);
        double sum = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            double ofShard = 0;
            for (int row = shards.from(shard); row < shards.to(shard); row++) {
                ofShard += column[row];
            }
            sum += ofShard;
        }
        double mean = sum / rows;
        double squares = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            double ofShard = 0;
            for (int row = shards.from(shard); row < shards.to(shard); row++) {
                ofShard += (column[row] - mean) * (column[row] - mean);
            }
            squares += ofShard;
        }
        assertThat(statistics)
                .isEqualTo(new ColumnStatistics(
                        mean,
                        squares,
                        Math.sqrt(squares / rows),
                        Arrays.stream(column).min().orElseThrow(),
                        Arrays.stream(column).max().orElseThrow()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shardsThatNoOneHoldsTogetherGiveTheSame(long seed) {
        double[][] columns = {farFromZero(5000, seed), farFromZero(5000, -seed)};
        Shards shards = Shards.of(5000);
        List<double[][]> parts = IntStream.range(0, shards.count())
                .mapToObj(shard -> Arrays.stream(columns)
                        .map(column -> Arrays.copyOfRange(column, shards.from(shard), shards.to(shard)))
                        .toArray(double[][]::new))
                .toList();

        ColumnSums sums = ColumnSums.of(parts.get(0), 0, parts.get(0)[0].length);
        parts.stream().skip(1).forEach(part -> sums.add(ColumnSums.of(part, 0, part[0].length)));
        List<double[]> squares = parts.stream()
                .map(part -> ColumnSums.squares(part, 0, part[0].length, sums.means()))
                .toList();

        assertThat(ColumnStatistics.of(sums, squares)).isEqualTo(ColumnStatistics.of(columns));
    }
}
