package io.sweepnet.search.kernel.remote;

import io.sweepnet.data.Shards;

/**
 * The layout of the answer to {@link StatisticsQuestion}: a section for each shard, 0 but for the shards that answer.
 * So the sum of all answers has each shard's own numbers, to the bit, and whoever asked adds them up in the order of shards.
 *
 * @param count number of shards of the whole table
 * @param values number of values asked about
 * @param statistics length of a loss's statistic
 */
public record ShardSections(int count, int values, int statistics) {

    /** The sections of a table of so many rows. */
    public static ShardSections of(int rows, int values, int statistics) {
        return new ShardSections(Shards.of(rows).count(), values, statistics);
    }

    /** Length of the answer. */
    public int length() {
        return count * sectionLength();
    }

    /** Length of a section: statistics of the first value, of the second, and so on. */
    public int sectionLength() {
        return values * statistics;
    }

    /** Place of a shard's section. */
    public int from(int shard) {
        return shard * sectionLength();
    }

    /** The sums over all rows, of one value. */
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
