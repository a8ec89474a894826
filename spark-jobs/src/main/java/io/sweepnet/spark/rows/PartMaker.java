package io.sweepnet.spark.rows;

import io.sweepnet.data.ColumnStatistics;
import io.sweepnet.data.ColumnSums;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.SplitPlan;
import io.sweepnet.data.SplitPlan.Part;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.spark.table.Preparation;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.packed.RowBlock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes the scaled parts of a table from the raw ones. Raw shards are read three times: for sums, for squares and for scaling.
 * They are kept on the executors' disks until then, because in memory they would compete with the scaled shards.
 */
final class PartMaker implements AutoCloseable {

    private final TableDescription description;
    private final Preparation preparation;
    private final Map<Part, JavaRDD<RowBlock>> raw = new EnumMap<>(Part.class);

    PartMaker(TableDescription description, Preparation preparation) {
        this.description = description;
        this.preparation = preparation;
    }

    /** Adds the raw shards of a part. */
    void add(Part part, JavaRDD<RowBlock> shards) {
        raw.put(part, shards.persist(StorageLevel.DISK_ONLY()));
    }

    /** Returns the parts of a plan, scaled by the given scalings or else by scalings that are fitted to the training part. */
    DistributedSplit scaled(SplitPlan plan, Optional<FeatureScaling> features, Optional<TargetScaling> target) {
        JavaRDD<RowBlock> training = raw.get(Part.TRAINING);
        List<ShardFunctions.Sums> sums =
                training.map(new ShardFunctions.Sum(numbers())).collect();
        long counting =
                sums.stream().mapToLong(ShardFunctions.Sums::weightedRows).sum();
        preparation.split(() -> checkWeights(plan, counting));

        ColumnSums total = sums.get(0).columns();
        sums.stream().skip(1).forEach(shard -> total.add(shard.columns()));
        List<ColumnStatistics> statistics = ColumnStatistics.of(
                total, training.map(new ShardFunctions.Squares(total.means())).collect());
        ColumnStatistics ofTarget = statistics.get(numbers() - 1);
        FeatureScaling scaling = features.orElseGet(
                () -> preparation.features(kind -> FeatureScaling.fit(kind, description.featureNames(), statistics)));
        boolean isClass = !description.classes().isEmpty();
        TargetScaling targetScaling = target.orElseGet(
                () -> preparation.target(description.targetName(), isClass, () -> TargetScaling.standard(ofTarget)));
        return scaled(plan, scaling, targetScaling, counting, ofTarget);
    }

    /** Returns the number of columns that are features or the target. */
    private int numbers() {
        return description.featureNames().size() + 1;
    }

    private SplitPlan checkWeights(SplitPlan plan, long countingInTraining) {
        SplitPlan.checkWeight(plan.rows(Part.TRAINING), countingInTraining > 0);
        for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
            if (description.isWeighted() && raw.containsKey(part)) {
                long counting = raw.get(part)
                        .map(new ShardFunctions.CountPositiveWeights(numbers()))
                        .reduce(Long::sum);
                SplitPlan.checkWeight(plan.rows(part), counting > 0);
            }
        }
        return plan;
    }

    private DistributedSplit scaled(
            SplitPlan plan,
            FeatureScaling scaling,
            TargetScaling targetScaling,
            long counting,
            ColumnStatistics target) {
        Map<Part, TablePart> parts = new EnumMap<>(Part.class);
        ShardFunctions.Scale scale = new ShardFunctions.Scale(description, scaling, targetScaling);
        raw.forEach((part, shards) -> {
            // A search reads the training rows at each step, the other rows rarely.
            StorageLevel level = part == Part.TRAINING ? StorageLevel.MEMORY_AND_DISK() : StorageLevel.DISK_ONLY();
            JavaRDD<Dataset> datasets = shards.map(scale).persist(level);
            Optional<JavaRDD<String[]>> ids = description.hasIds()
                    ? Optional.of(shards.map(new ShardFunctions.Ids()).persist(StorageLevel.DISK_ONLY()))
                    : Optional.empty();
            parts.put(part, new TablePart(plan.rows(part), datasets, ids));
        });
        try {
            parts.values().forEach(part -> {
                part.shards().count();
                part.ids().ifPresent(JavaRDD::count);
            });
        } catch (Throwable e) {
            parts.values().forEach(TablePart::unpersist);
            throw e;
        }
        return new DistributedSplit(
                parts.get(Part.TRAINING),
                Optional.ofNullable(parts.get(Part.VALIDATION)),
                Optional.ofNullable(parts.get(Part.TEST)),
                scaling,
                targetScaling,
                counting,
                Math.max(Math.abs(target.min()), Math.abs(target.max())));
    }

    /** Releases the raw shards on the executors. */
    @Override
    public void close() {
        raw.values().forEach(JavaRDD::unpersist);
    }
}
