package io.sweepnet.training;

import io.sweepnet.data.Dataset;
import io.sweepnet.random.HashRandom;
import java.util.Arrays;

/** The rows of a sample: whether a row is in it depends on a hash of the seed and the position in canonical order. */
public final class RowSample {

    private RowSample() {}

    /**
     * Returns the rows of a sample.
     *
     * @param rows consecutive rows of a table, in canonical order
     * @param first position of the first of them in the whole table
     * @param share probability of each row to be in the sample, in (0, 1)
     * @return indices of the sample's rows in {@code rows}, ascending
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

    /** Returns whether any of the rows with the given indices has a weight above 0. */
    static boolean counts(Dataset dataset, int[] rows) {
        return Arrays.stream(rows).anyMatch(row -> dataset.weight(row) > 0);
    }
}
