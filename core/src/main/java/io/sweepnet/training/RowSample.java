package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import io.sweepnet.random.HashRandom;
import java.util.Arrays;

/** Which rows of a table a sample has: each row is in it or not by a hash of the seed and its place in canonical order. */
public final class RowSample {

    private RowSample() {}

    /**
     * The rows of a sample.
     *
     * @param rows neighbouring rows of a table, in canonical order
     * @param first place of the first of them in the whole table
     * @param share how likely each is in it, in (0, 1)
     * @return their indices, ascending
     */
    public static int[] of(Dataset rows, int first, double share, long seed) {
        int[] chosen = new int[rows.rows()];
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            if (HashRandom.uniform(seed, HashRandom.Role.SAMPLE, first + (long) row) < share) {
                chosen[count++] = row;
            }
        }
        return Arrays.copyOf(chosen, count);
    }

    /** Whether any of some rows has a weight above 0. */
    static boolean counts(Dataset dataset, int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> dataset.weight(row) > 0);
    }
}
