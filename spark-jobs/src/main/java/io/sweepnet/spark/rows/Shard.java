package io.sweepnet.spark.rows;

import io.sweepnet.data.Shards;
import java.util.Arrays;
import org.apache.spark.Partition;

/** A shard of a part of the table: which partitions of sorted rows hold it, and from which of their rows of the part on. */
final class Shard implements Partition {

    private static final long serialVersionUID = 1;

    private final int index;
    private final Partition[] parents;
    private final int firstPlace;
    private final int skipped;
    private final int rows;

    private Shard(int index, Partition[] parents, int firstPlace, int skipped, int rows) {
        this.index = index;
        this.parents = parents;
        this.firstPlace = firstPlace;
        this.skipped = skipped;
        this.rows = rows;
    }

    /**
     * The shards of a part.
     *
     * @param sorted the partitions of sorted rows
     * @param places where they stand
     * @param counts how many rows of the part each has
     */
    static Shard[] of(Shards shards, Partition[] sorted, CanonicalPlaces places, int[] counts) {
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
                    places.first(firstParent),
                    skipped,
                    to - from);
        }
        return cut;
    }

    @Override
    public int index() {
        return index;
    }

    /** The partitions of sorted rows that have rows of this shard, neighbours of each other. */
    Partition[] parents() {
        return parents;
    }

    /** The place in canonical order of the first row of the first of them. */
    int firstPlace() {
        return firstPlace;
    }

    /** Rows of the part that stand in the first of them before this shard. */
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
