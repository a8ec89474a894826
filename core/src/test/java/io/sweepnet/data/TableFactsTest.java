package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFactsTest {

    private static Dataset table(int rows, boolean weighted) {
        Random random = new Random(rows);
        Dataset.Builder builder = Dataset.builder()
                .feature("a", random.doubles(rows, -2, 1).toArray())
                .feature("b", random.doubles(rows, -5, 9).toArray())
                .target("y", random.doubles(rows, -7, 3).toArray());
        if (weighted) {
            builder.weights(random.doubles(rows, 0, 2).toArray());
        }
        return builder.build();
    }

    private static TableFacts ofShards(Dataset table) {
        Shards cut = Shards.of(table.rows());
        return IntStream.range(0, cut.count())
                .mapToObj(shard -> TableFacts.ofShard(table.rows(
                        IntStream.range(cut.from(shard), cut.to(shard)).toArray())))
                .reduce(TableFacts::plus)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2_047, 2_048, 5_000, 140_000})
    void theFactsOfShardsMakeThoseOfTheTable(int rows) {
        for (boolean weighted : new boolean[] {false, true}) {
            Dataset table = table(rows, weighted);

            TableFacts facts = TableFacts.of(table);

            assertThat(ofShards(table)).isEqualTo(facts);
            assertThat(facts.totalWeight()).isEqualTo(table.totalWeight());
            assertThat(facts.hasWholeWeights()).isNotEqualTo(weighted);
        }
    }

    /** The largest are negative, in different shards. */
    @Test
    void sizesAreAbsolute() {
        double[] a = new double[3_000];
        double[] b = new double[3_000];
        double[] y = new double[3_000];
        a[2_900] = -4;
        b[3] = 3;
        b[1_600] = -2;
        y[1_500] = -6;
        Dataset table = Dataset.of(new double[][] {a, b}, y);

        assertThat(ofShards(table)).isEqualTo(new TableFacts(3_000, List.of(4.0, 3.0), 6, 3_000, true));
    }

    /** The rows after the first weigh too little to count one by one, but not together. */
    @Test
    void weightsAreAddedUpInShards() {
        double[] weights = new double[4_096];
        weights[0] = 0x1p53;
        for (int row = 1; row < weights.length; row++) {
            weights[row] = 0.5;
        }
        double[] zeros = new double[weights.length];
        Dataset table = Dataset.builder()
                .feature("x", zeros)
                .target("y", zeros)
                .weights(weights)
                .build();

        assertThat(table.totalWeight()).isEqualTo(0x1p53 + 3 * 512);
        assertThat(ofShards(table).totalWeight()).isEqualTo(table.totalWeight());
    }

    @Test
    void shardsOfDifferentTablesDoNotMakeOne() {
        TableFacts two = TableFacts.of(table(5, false));
        TableFacts one = TableFacts.of(Dataset.of(new double[][] {{1}}, new double[] {1}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.plus(one))
                .withMessage("shards of one table have the same features, got 2 and 1");
    }
}
