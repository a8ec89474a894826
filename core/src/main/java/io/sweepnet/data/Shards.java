package io.sweepnet.data;

/**
 * The cut of a table's rows into contiguous shards: at most {@value #MOST}, each of about {@value #ROWS} rows or more. It
 * depends on the number of rows alone. Losses, and the sums of which scalings are made, are summed in a shard in row order
 * and over shards in shard order, so they have the same bits whoever sums a shard.
 *
 * @param rows number of rows, at least 1
 * @param count number of shards
 */
public record Shards(int rows, int count) {

    /** The most shards a table is cut into. */
    public static final int MOST = 64;

    /** A table of fewer rows than two such shards is one shard. */
    public static final int ROWS = 1024;

    /** The shards of a table of so many rows. */
    public static Shards of(int rows) {
        return new Shards(rows, Math.max(1, Math.min(MOST, rows / ROWS)));
    }

    /** First row of a shard. */
    public int from(int shard) {
        return (int) ((long) rows * shard / count);
    }

    /** Row after the last of a shard. */
    public int to(int shard) {
        return from(shard + 1);
    }
}
