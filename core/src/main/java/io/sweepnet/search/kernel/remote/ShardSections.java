package io.sweepnet.search.kernel.remote;

import io.sweepnet.data.Shards;

/**
 * The layout of the answer to a {@link StatisticsQuestion}: a section for each shard of the table, 0 except for the shards that
 * answer. So the sum of all answers has the numbers of each shard, to the bit, and the caller adds them in the order of the
 * shards.
 *
 * @param count number of shards of the whole table
 * @param values number of values in the question
 * @param statistics length of a loss's statistic
 */
public record ShardSections(int count, int values, int statistics) {

    /** Returns the sections for a table with the given number of rows. */
    public static ShardSections of(int rows, int values, int statistics) {
        return new ShardSections(Shards.of(rows).count(), values, statistics);
    }

    /** Returns the length of an answer. */
    public int length() {
        return count * sectionLength();
    }

    /** Returns the length of a section: the statistics of the first value, then of the second, and so on. */
    public int sectionLength() {
        return values * statistics;
    }

    /** Returns the index of the first element of a shard's section. */
    public int from(int shard) {
        return shard * sectionLength();
    }

    /**
     * Adds up the statistics of one value over all rows.
     *
     * @param answer the sum of all answers
     * @param value index of the value in the question
     * @param sums receives [statistic]
     */
    public void total(double[] answer, int value, double[] sums) {
        for (int s = 0; s < statistics; s++) {
            double sum = 0;
            for (int shard = 0; shard < count; shard++) {
                sum += answer[from(shard) + value * statistics + s];
            }
            sums[s] = sum;
        }
    }
}
