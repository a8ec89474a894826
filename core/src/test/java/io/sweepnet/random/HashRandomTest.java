package io.sweepnet.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sweepnet.random.HashRandom.Role;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected numbers were made by an independent program: a change of one of them changes every seeded result. */
class HashRandomTest {

    @Test
    void mixIsSplitMix64() {
        long gamma = 0x9E3779B97F4A7C15L;

        assertThat(HashRandom.mix(0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(HashRandom.mix(gamma)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(HashRandom.mix(2 * gamma)).isEqualTo(0x06C45D188009454FL);
    }

    @Test
    void bitsStayTheSameForEver() {
        assertThat(HashRandom.bits(42, Role.INITIAL_PARAMETER, 0)).isEqualTo(0x5CDE8108118DF9C9L);
        assertThat(HashRandom.bits(42, Role.INITIAL_PARAMETER, 1)).isEqualTo(0x1F75C68F78F92BB7L);
        assertThat(HashRandom.bits(-1, Role.SPLIT, 5)).isEqualTo(0xB1A8A5F8AEE1ACAEL);
        assertThat(HashRandom.bits(42, Role.TIE, 7, 3)).isEqualTo(0x8D6CB20C98699E76L);
        assertThat(HashRandom.bits(42, Role.TIE, 7, -1)).isEqualTo(0xF7B113FC1753DC2EL);
        assertThat(HashRandom.bits(0, Role.PARAMETER_ORDER, 1, 0)).isEqualTo(0x5F81784CE60F6280L);
    }

    @Test
    void uniformStaysTheSameForEver() {
        assertThat(HashRandom.uniform(42, Role.INITIAL_PARAMETER, 0)).isEqualTo(0.36277014204966196);
        assertThat(HashRandom.uniform(42, Role.INITIAL_PARAMETER, 1)).isEqualTo(0.12289086344478461);
        assertThat(HashRandom.uniform(-1, Role.SPLIT, 5)).isEqualTo(0.6939796192299413);
    }

    @Test
    void permutationStaysTheSameForEver() {
        assertThat(HashRandom.permutation(10, 42, Role.SPLIT, 0)).containsExactly(9, 5, 2, 6, 4, 1, 0, 8, 7, 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 42, -1, Long.MIN_VALUE})
    void uniformFillsTheUnitIntervalEvenly(long seed) {
        int draws = 64_000;
        int[] buckets = new int[16];
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double number = HashRandom.uniform(seed, Role.INITIAL_PARAMETER, i);
            assertThat(number).as("seed %d, index %d", seed, i).isBetween(0.0, Math.nextDown(1.0));
            buckets[(int) (number * buckets.length)]++;
            sum += number;
        }

        int expected = draws / buckets.length;
        double fiveDeviations = 5 * Math.sqrt(expected);
        for (int count : buckets) {
            assertThat((double) count).as("seed %d", seed).isCloseTo(expected, within(fiveDeviations));
        }
        assertThat(sum / draws).as("seed %d", seed).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / draws)));
    }

    @ParameterizedTest
    @EnumSource
    void permutationHoldsEachPositionOnce(Role role) {
        for (int size = 0; size <= 40; size++) {
            int[] sorted = HashRandom.permutation(size, 7, role, size);
            Arrays.sort(sorted);
            int[] positions = new int[size];
            Arrays.setAll(positions, i -> i);
            assertThat(sorted).as("size %d", size).isEqualTo(positions);
        }
    }

    @Test
    void permutationDependsOnSeedRoleAndGroup() {
        Set<String> orders = new HashSet<>();
        orders.add(Arrays.toString(HashRandom.permutation(30, 1, Role.SPLIT, 1)));
        orders.add(Arrays.toString(HashRandom.permutation(30, 2, Role.SPLIT, 1)));
        orders.add(Arrays.toString(HashRandom.permutation(30, 1, Role.MINI_BATCH, 1)));
        orders.add(Arrays.toString(HashRandom.permutation(30, 1, Role.SPLIT, 2)));

        assertThat(orders).hasSize(4);
    }

    @Test
    void rolesSeedsAndIndicesNeverShareBits() {
        Set<Long> seen = new HashSet<>();
        int asked = 0;
        for (Role role : Role.values()) {
            for (long seed = -3; seed <= 3; seed++) {
                for (int i = -1; i < 40; i++) {
                    seen.add(HashRandom.bits(seed, role, i));
                    seen.add(HashRandom.bits(seed, role, 1, i));
                    seen.add(HashRandom.bits(seed, role, i, 1));
                    asked += i == 1 ? 2 : 3;
                }
            }
        }

        assertThat(seen).as("(1, 1) was asked twice").hasSize(asked);
    }
}
