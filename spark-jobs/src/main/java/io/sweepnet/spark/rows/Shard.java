package io.sweepnet.spark.rows;

import io.sweepnet.data.Shards;
import java.util.Arrays;
import org.apache.spark.Partition;

/** A shard of a part of a table, described by the partitions of sorted rows that hold it and the position where it begins. */
final class Shard implements Partition {

    private static final long serialVersionUID = 1;

    private final int index;
    private final Partition[] parents;
    private final int firstPosition;
    private final int skipped;
    private final int rows;

    private Shard(int index, Partition[] parents, int firstPosition, int skipped, int rows) {
        this.index = index;
        this.parents = parents;
        this.firstPosition = firstPosition;
        this.skipped = skipped;
        this.rows = rows;
    }

    /**
     * Returns the shards of a part.
     *
     * @param shards the division of the part's rows into shards
     * @param sorted the partitions of sorted rows
     * @param positions the positions of their rows in canonical order
     * @param counts number of rows of the part in each partition
     */
    static Shard[] of(Shards shards, Partition[] sorted, CanonicalPositions positions, int[] counts) {
        Shard[] cut = new Shard[shards.count()];
        int parent = 0;
        int before = 0;
        for (int shard = 0; shard < cut.length; shard++) {
            int from = shards.from(shard);
            int to = shards.to(shard);
            while (before + counts[parent] <= from) {
                before += counts[parent++];
            }
            int firstParent = parent;
            int skipped = from - before;
            while (before + counts[parent] < to) {
                before += counts[parent++];
            }
            cut[shard] = new Shard(
                    shard,
                    Arrays.copyOfRange(sorted, firstParent, parent + 1),
                    positions.first(firstParent),
                    skipped,
                    to - from);
        }
        return cut;
    }

    @Override
    public int index() {
        return index;
    }

    /** Returns the neighbouring partitions of sorted rows that have rows of this shard. */
    Partition[] parents() {
        return parents;
    }

    /** Returns the position in canonical order of the first row of the first parent. */
    int firstPosition() {
        return firstPosition;
    }

    /** Returns the number of rows of the part that precede this shard in the first parent. */
    int skipped() {
        return skipped;
    }

    int rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shard shard && shard.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }
}
