package io.sweepnet.spark.rows;

import io.sweepnet.spark.table.packed.RowBlock;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.NarrowDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * An RDD of the shards of a part of a table, each a block in a partition of its own. A shard is a run of the part's rows in
 * canonical order. It therefore overlaps only a few neighbouring partitions of the sorted rows, and no second shuffle is
 * needed.
 */
final class ShardRdd extends RDD<RowBlock> {

    private static final long serialVersionUID = 1;

    private final RDD<RowBlock> sorted;
    private final transient Shard[] shards;
    private final RowFilter filter;
    private final int columns;
    private final boolean hasIds;

    ShardRdd(RDD<RowBlock> sorted, Shard[] shards, RowFilter filter, int columns, boolean hasIds) {
        super(
                sorted.context(),
                seq(List.<Dependency<?>>of(new Overlap(sorted, shards))),
                ClassTag.apply(RowBlock.class));
        this.sorted = sorted;
        this.shards = shards;
        this.filter = filter;
        this.columns = columns;
        this.hasIds = hasIds;
    }

    @Override
    public Partition[] getPartitions() {
        return shards.clone();
    }

    @Override
    public Iterator<RowBlock> compute(Partition split, TaskContext context) {
        Shard shard = (Shard) split;
        BlockBuilder rows = new BlockBuilder(columns, hasIds, shard.rows());
        int position = shard.firstPosition();
        int skipped = shard.skipped();
        int left = shard.rows();
        for (Partition parent : shard.parents()) {
            Iterator<RowBlock> blocks = sorted.iterator(parent, context);
            while (left > 0 && blocks.hasNext()) {
                RowBlock block = blocks.next();
                int[] ofPart = filter.rows(block, position);
                int from = Math.min(skipped, ofPart.length);
                int to = (int) Math.min((long) from + left, ofPart.length);
                rows.add(block, ofPart, from, to);
                position += block.rows();
                skipped -= from;
                left -= to - from;
            }
        }
        return CollectionConverters.asScala(List.of(rows.build()).iterator());
    }

    private static <T> Seq<T> seq(List<T> list) {
        return CollectionConverters.asScala(list).toSeq();
    }

    /** The dependency of each shard on the sorted partitions that it overlaps. */
    private static final class Overlap extends NarrowDependency<RowBlock> {

        private static final long serialVersionUID = 1;

        private final transient Shard[] shards;

        Overlap(RDD<RowBlock> sorted, Shard[] shards) {
            super(sorted);
            this.shards = shards;
        }

        @Override
        public Seq<Object> getParents(int partition) {
            return seq(Arrays.stream(shards[partition].parents())
                    .<Object>map(Partition::index)
                    .toList());
        }
    }
}
