package io.sweepnet.data;

/**
 * The division of a table's rows into contiguous shards: at most {@value #MOST}, each of about {@value #ROWS} rows or more.
 * It depends on the number of rows only. Losses, and the sums from which scalings are fitted, are summed in a shard in row
 * order and over shards in shard order, so they have the same bits however shards are distributed. Shard k has the rows
 * {@code from(k) .. to(k) - 1}:
 *
 * <pre>{@code
 * Shards shards = Shards.of(5000); // 4 shards of 1250 rows
 * for (int shard = 0; shard < shards.count(); shard++) {
 *     for (int row = shards.from(shard); row < shards.to(shard); row++) {
 *         sums[shard] += column[row];
 *     }
 * }
 * }</pre>
 *
 * @param rows number of rows, at least 1
 * @param count number of shards
 */
public record Shards(int rows, int count) {

    /** The largest number of shards of a table. */
    public static final int MOST = 64;

    /** The smallest number of rows per shard of a table that has several shards. */
    public static final int ROWS = 1024;

    /** Returns the shards of a table with the given number of rows. */
    public static Shards of(int rows) {
        return new Shards(rows, Math.max(1, Math.min(MOST, rows / ROWS)));
    }

    /** Returns the first row of a shard. */
    public int from(int shard) {
        return (int) ((long) rows * shard / count);
    }

    /** Returns the row after the last one of a shard. */
    public int to(int shard) {
        return from(shard + 1);
    }
}
