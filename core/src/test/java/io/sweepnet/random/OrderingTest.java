package io.sweepnet.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderingTest {

    /** Few different keys, so that equal ones abound and an unstable sort would show. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ordersAsAStableSortDoes(long seed) {
        Random random = new Random(seed);
        for (int size = 0; size <= 100; size++) {
            int different = 1 + random.nextInt(size + 1);
            int[] keys = random.ints(size, 0, different).toArray();

            int[] order = Ordering.ascending(size, (a, b) -> Integer.compare(keys[a], keys[b]));

            int[] expected = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparing(i -> keys[i]))
                    .mapToInt(i -> i)
                    .toArray();
            assertThat(order)
                    .as("seed %d, keys %s", seed, Arrays.toString(keys))
                    .isEqualTo(expected);
        }
    }

    @Test
    void equalPositionsKeepTheirOrder() {
        assertThat(Ordering.ascending(9, (a, b) -> 0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void turnsADescendingTableRound() {
        assertThat(Ordering.ascending(5, (a, b) -> Integer.compare(b, a))).containsExactly(4, 3, 2, 1, 0);
    }
}
