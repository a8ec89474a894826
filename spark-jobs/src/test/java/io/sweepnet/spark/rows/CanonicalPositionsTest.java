package io.sweepnet.spark.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Shards;
import io.sweepnet.spark.table.packed.RowBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are found by their positions, though some partitions are empty. */
class CanonicalPositionsTest {

    private record Numbered(int index) implements Partition {}

    private static ClassBytes rows(int classes, double... labels) {
        int middle = labels.length / 2;
        List<RowBlock> blocks =
                List.of(block(Arrays.copyOf(labels, middle)), block(Arrays.copyOfRange(labels, middle, labels.length)));
        return new ClassBytes.Collect(1, classes).call(blocks.iterator()).next();
    }

    private static RowBlock block(double[] labels) {
        return new RowBlock(new double[][] {labels, labels}, new int[labels.length], null);
    }

    @ParameterizedTest(name = "{0} classes")
    @ValueSource(ints = {2, 256, 257, 65536, 65537, 20000000})
    void everyPlaceHasItsClass(int classes) {
        int last = classes - 1;
        CanonicalPositions positions = new CanonicalPositions(List.of(
                rows(classes),
                rows(classes, 0, last, 1),
                rows(classes),
                rows(classes),
                rows(classes, last, 0),
                rows(classes)));

        assertThat(IntStream.range(0, 5).map(positions::classAt)).containsExactly(0, last, 1, last, 0);
        assertThat(positions.counts()).containsExactly(0, 3, 0, 0, 2, 0);
        assertThat(positions.first(4)).isEqualTo(3);
    }

    @Test
    void numbersAreNoClasses() {
        CanonicalPositions positions = new CanonicalPositions(List.of(rows(0, 3.5, 7), rows(0, -1)));

        assertThat(IntStream.range(0, 3).map(positions::classAt)).containsExactly(0, 0, 0);
        assertThat(positions.counts()).containsExactly(2, 1);
    }

    @ParameterizedTest(name = "partitions of {0} rows of the part")
    @ValueSource(ints = {1, 100, 1023, 1024, 1025, 5000, 10000})
    void shardsTakeEveryRowOfThePartOnce(int perPartition) {
        List<Integer> counts = new ArrayList<>(List.of(0));
        for (int left = 10000; left > 0; left -= perPartition) {
            counts.add(Math.min(left, perPartition));
            counts.add(0);
        }
        Partition[] sorted =
                IntStream.range(0, counts.size()).mapToObj(Numbered::new).toArray(Partition[]::new);
        int[] ofPart = counts.stream().mapToInt(Integer::intValue).toArray();
        CanonicalPositions positions = new CanonicalPositions(
                counts.stream().map(count -> rows(0, new double[count])).toList());

        Shard[] shards = Shard.of(Shards.of(10000), sorted, positions, ofPart);

        int next = 0;
        for (Shard shard : shards) {
            assertThat(shard.firstPosition() + shard.skipped()).isEqualTo(next);
            int held = Arrays.stream(shard.parents())
                    .mapToInt(parent -> ofPart[parent.index()])
                    .sum();
            assertThat(held - shard.skipped()).isGreaterThanOrEqualTo(shard.rows());
            next += shard.rows();
        }
        assertThat(shards).hasSize(9);
        assertThat(next).isEqualTo(10000);
    }
}
