package io.sweepnet.spark.rows;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.Shards;
import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.packed.PackedTable;
import io.sweepnet.spark.table.packed.RowBlock;
import io.sweepnet.spark.table.packed.RowBlocks;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * A table that need not fit into any one machine: its rows are on executors in canonical order. Names, notes, messages, digest
 * and, once {@linkplain #split split}, parts, shards and scalings are bit for bit those of a table that the driver reads.
 *
 * <p>The sorted rows are kept on the executors' disks until {@link #close}. The driver receives only counts, a few numbers per
 * column and shard, and in classification the label of every row.
 *
 * <pre>{@code
 * PackedTable packed = PackedTable.of(frame, ColumnRoles.ofTarget("quality"));
 * Preparation preparation = new Preparation(FeatureScaling.Kind.STANDARD, TargetScalingKind.NONE, 0.2, 0.1);
 * try (DistributedTable table = DistributedTable.read(packed, preparation);
 *         DistributedSplit split = table.split(42, Optional.empty(), Optional.empty())) {
 *     int trainingRows = split.training().rows();
 * }
 * }</pre>
 */
public final class DistributedTable implements AutoCloseable {

    private final Preparation preparation;
    private final TableDescription description;
    private final JavaRDD<RowBlock> sorted;
    private final CanonicalPositions positions;
    private final String sha256;

    private DistributedTable(Preparation preparation, TableDescription description, JavaRDD<RowBlock> sorted) {
        this.preparation = preparation;
        this.description = description;
        this.sorted = sorted;
        int target = description.featureNames().size();
        positions = new CanonicalPositions(sorted.mapPartitions(
                        new ClassBytes.Collect(target, description.classes().size()))
                .collect());
        Shards shards = Shards.of(description.rows());
        sha256 = ShardFunctions.digest(description)
                .table(shards(shards, positions.counts(), RowFilter.ALL)
                        .map(new ShardFunctions.Digest(description, shards.count()))
                        .collect());
    }

    /**
     * Reads a table.
     *
     * @param preparation how the table will be split and scaled
     * @throws InputException if the table is not valid; the message names the file, column, row or cell
     */
    public static DistributedTable read(PackedTable table, Preparation preparation) {
        return read(table, preparation, CanonicalSort.PARTITION_BYTES);
    }

    /** Reads a table, with about the given number of bytes of rows in each sorted partition. */
    static DistributedTable read(PackedTable table, Preparation preparation, long partitionBytes) {
        try (RowBlocks blocks = table.onExecutors()) {
            JavaRDD<RowBlock> sorted = CanonicalSort.of(blocks, partitionBytes).persist(StorageLevel.DISK_ONLY());
            try {
                return new DistributedTable(preparation, blocks.description(), sorted);
            } catch (Throwable e) {
                sorted.unpersist();
                throw e;
            }
        }
    }

    /** Returns the names, classes and row counts of the table. */
    public TableDescription description() {
        return description;
    }

    /** Returns the SHA-256 of names and content, as 64 hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /**
     * Splits the table and scales the parts. Scalings that are not given are fitted to the training part.
     *
     * @param seed seed of the split
     * @param features the scaling of the features, if given
     * @param target the scaling of the target, if given
     * @throws InputException if the table cannot be split or scaled as requested; the message names the setting
     */
    public DistributedSplit split(long seed, Optional<FeatureScaling> features, Optional<TargetScaling> target) {
        SplitPlan plan = preparation.split(() -> plan(seed));
        Map<Part, int[]> counts = positions.counts(plan);
        try (PartMaker parts = new PartMaker(description, preparation)) {
            for (Part part : Part.values()) {
                if (plan.rows(part) > 0) {
                    RowFilter filter = new RowFilter(plan, part, classColumn());
                    parts.add(part, shards(Shards.of(plan.rows(part)), counts.get(part), filter));
                }
            }
            return parts.scaled(plan, features, target);
        }
    }

    private SplitPlan plan(long seed) {
        int rows = description.rows();
        return description.classes().isEmpty()
                ? SplitPlan.of(rows, preparation.test(), preparation.validation(), seed)
                : SplitPlan.stratified(
                        rows,
                        description.classes().size(),
                        positions::classAt,
                        preparation.test(),
                        preparation.validation(),
                        seed);
    }

    private int classColumn() {
        return description.classes().isEmpty() ? -1 : description.featureNames().size();
    }

    private JavaRDD<RowBlock> shards(Shards shards, int[] counts, RowFilter filter) {
        Shard[] cut = Shard.of(shards, sorted.rdd().partitions(), positions, counts);
        return new ShardRdd(sorted.rdd(), cut, filter, CanonicalSort.columns(description), description.hasIds())
                .toJavaRDD();
    }

    /** Releases the sorted rows on the executors; parts that were made of them stay. */
    @Override
    public void close() {
        sorted.unpersist();
    }
}
