package io.sweepnet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TiesTest {

    @Test
    void firstRanksByIndexAndStayingBeforeAll() {
        assertThat(ranking(Ties.FIRST, 42, 0)).containsExactly(-1, 0, 1, 2, 3, 4);
        assertThat(ranking(Ties.FIRST, 7, 3)).containsExactly(-1, 0, 1, 2, 3, 4);
    }

    /** Expected orders from an independent program: they decide what every seeded search finds on plateaus. */
    @Test
    void randomRanksStayTheSameForEver() {
        assertThat(ranking(Ties.RANDOM, 42, 0)).containsExactly(-1, 2, 4, 3, 1, 0);
        assertThat(ranking(Ties.RANDOM, 42, 2)).containsExactly(0, 1, 4, -1, 2, 3);
        assertThat(ranking(Ties.RANDOM, 42, 4)).containsExactly(2, -1, 0, 1, 4, 3);
        assertThat(ranking(Ties.RANDOM, 42, 5)).containsExactly(1, 2, 4, 0, -1, 3);
    }

    @Test
    void randomRanksFavourNobody() {
        int steps = 6000;
        int[] wins = new int[6];
        for (int step = 0; step < steps; step++) {
            wins[ranking(Ties.RANDOM, 1, step).get(0) + 1]++;
        }

        for (int count : wins) {
            assertThat(count).isBetween(1000 - 150, 1000 + 150);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ranksOfDifferentCandidatesDiffer(Ties ties) {
        assertThat(IntStream.range(-1, 5000).mapToLong(index -> ties.rank(3, 9, index)))
                .doesNotHaveDuplicates();
    }

    private static List<Integer> ranking(Ties ties, long seed, long step) {
        return IntStream.range(-1, 5)
                .boxed()
                .sorted(Comparator.comparing(index -> ties.rank(seed, step, index)))
                .toList();
    }
}
