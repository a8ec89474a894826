package io.sweepnet.spark.rows;

import io.sweepnet.data.RowContent;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.packed.RowBlock;
import io.sweepnet.spark.table.packed.RowBlocks;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.KryoSerializer;
import scala.Tuple2;
import scala.math.Ordering;
import scala.reflect.ClassTag;

/**
 * Sorts the rows of a table into canonical order: Spark shuffles them by equal ranges of their hashes, which are uniformly
 * distributed, and sorts each range, on disk if memory does not suffice. The partitions, one after the other, are the table.
 */
final class CanonicalSort {

    /** Approximate bytes of rows in a partition: few compared with a task's memory, many compared with its overhead. */
    static final long PARTITION_BYTES = 16L << 20;

    private static final int MOST_PARTITIONS = 4096;

    /** Approximate number of values in a block. */
    private static final int BLOCK_NUMBERS = 1 << 20;

    private static final int FEWEST_ROWS = 16;

    private CanonicalSort() {}

    /**
     * Returns the rows in canonical order, in blocks.
     *
     * @param partitionBytes approximate number of bytes of rows in a partition
     */
    static JavaRDD<RowBlock> of(RowBlocks table, long partitionBytes) {
        TableDescription description = table.description();
        int columns = columns(description);
        RowBytes form = new RowBytes(columns, description.hasIds());
        long bytes = (columns + 2L) * Double.BYTES * description.rows();
        int ranges = (int) Math.max(1, Math.min(MOST_PARTITIONS, bytes / partitionBytes));
        JavaPairRDD<byte[], Void> rows = table.blocks().flatMapToPair(new ToBytes(form));
        ShuffledRDD<byte[], Void, Void> sorted = new ShuffledRDD<>(
                rows.rdd(), new HashRanges(ranges), tag(byte[].class), tag(Void.class), tag(Void.class));
        sorted.setKeyOrdering(Ordering.comparatorToOrdering(new CanonicalOrder()));
        // Java serialization, Spark's default for objects, takes several times as long for byte arrays.
        sorted.setSerializer(new KryoSerializer(rows.context().getConf()));
        return JavaPairRDD.fromRDD(sorted, tag(byte[].class), tag(Void.class))
                .mapPartitions(new ToBlocks(form, Math.max(FEWEST_ROWS, BLOCK_NUMBERS / columns)));
    }

    /** Returns the number of columns of a row: features, target and, if rows are weighted, the weight. */
    static int columns(TableDescription description) {
        return description.featureNames().size() + (description.isWeighted() ? 2 : 1);
    }

    private static <T> ClassTag<T> tag(Class<T> type) {
        return ClassTag.apply(type);
    }

    private static final class CanonicalOrder implements Comparator<byte[]>, Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public int compare(byte[] a, byte[] b) {
            return RowBytes.compare(a, b);
        }
    }

    private static final class HashRanges extends Partitioner {

        private static final long serialVersionUID = 1;

        private final int ranges;

        HashRanges(int ranges) {
            this.ranges = ranges;
        }

        @Override
        public int numPartitions() {
            return ranges;
        }

        @Override
        public int getPartition(Object key) {
            return RowBytes.range((byte[]) key, ranges);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof HashRanges same && same.ranges == ranges;
        }

        @Override
        public int hashCode() {
            return ranges;
        }
    }

    private static final class ToBytes implements PairFlatMapFunction<RowBlock, byte[], Void> {

        private static final long serialVersionUID = 1;

        private final RowBytes form;

        ToBytes(RowBytes form) {
            this.form = form;
        }

        @Override
        public Iterator<Tuple2<byte[], Void>> call(RowBlock block) {
            long[] hashes = RowContent.hashes(block.columns(), block.rows());
            return new Iterator<>() {
                private int row;

                @Override
                public boolean hasNext() {
                    return row < hashes.length;
                }

                @Override
                public Tuple2<byte[], Void> next() {
                    return new Tuple2<>(form.of(block, row, hashes[row++]), null);
                }
            };
        }
    }

    private static final class ToBlocks implements FlatMapFunction<Iterator<Tuple2<byte[], Void>>, RowBlock> {

        private static final long serialVersionUID = 1;

        private final RowBytes form;
        private final int blockRows;

        ToBlocks(RowBytes form, int blockRows) {
            this.form = form;
            this.blockRows = blockRows;
        }

        @Override
        public Iterator<RowBlock> call(Iterator<Tuple2<byte[], Void>> rows) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public RowBlock next() {
                    BlockBuilder block = new BlockBuilder(form.columns(), form.hasIds(), blockRows);
                    do {
                        block.add(form, rows.next()._1());
                    } while (rows.hasNext() && !block.isFull());
                    return block.build();
                }
            };
        }
    }
}
