package io.sweepnet.spark.rows;

import io.sweepnet.data.ColumnSums;
import io.sweepnet.data.ContentDigest;
import io.sweepnet.data.Dataset;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.random.Ordering;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.packed.RowBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.Function;

/** Functions of a shard, which run on the executor that holds it. */
final class ShardFunctions {

    private ShardFunctions() {}

    /** Computes the digest of a shard. */
    static final class Digest implements Function<RowBlock, byte[]> {

        private static final long serialVersionUID = 1;

        private final TableDescription description;
        private final int shards;

        Digest(TableDescription description, int shards) {
            this.description = description;
            this.shards = shards;
        }

        @Override
        public byte[] call(RowBlock shard) {
            int[] order = Ordering.ascending(shard.rows(), (a, b) -> 0);
            return digest(description).shard(shard.columns(), order, shards);
        }
    }

    /** Returns the digest of tables with the names of the description. */
    static ContentDigest digest(TableDescription description) {
        return new ContentDigest(description.featureNames(), List.of(description.targetName()), description.classes());
    }

    /**
     * The sums over a shard.
     *
     * @param columns sums of features and target
     * @param weightedRows number of rows with a weight above 0
     */
    record Sums(ColumnSums columns, long weightedRows) implements Serializable {}

    /** Computes the {@link Sums} of a shard. */
    static final class Sum implements Function<RowBlock, Sums> {

        private static final long serialVersionUID = 1;

        private final int numbers;

        /** @param numbers number of columns that are features or the target; a further column is the weight */
        Sum(int numbers) {
            this.numbers = numbers;
        }

        @Override
        public Sums call(RowBlock shard) {
            double[][] columns = Arrays.copyOf(shard.columns(), numbers);
            return new Sums(ColumnSums.of(columns, 0, shard.rows()), weightedRows(shard, numbers));
        }
    }

    /** Returns the number of rows with a weight above 0. */
    static long weightedRows(RowBlock shard, int numbers) {
        return numbers == shard.columns().length
                ? shard.rows()
                : Arrays.stream(shard.columns()[numbers])
                        .filter(weight -> weight > 0)
                        .count();
    }

    /** Counts the rows of a shard with a weight above 0. */
    static final class CountPositiveWeights implements Function<RowBlock, Long> {

        private static final long serialVersionUID = 1;

        private final int numbers;

        CountPositiveWeights(int numbers) {
            this.numbers = numbers;
        }

        @Override
        public Long call(RowBlock shard) {
            return weightedRows(shard, numbers);
        }
    }

    /** Computes the sums of squared distances from the means. */
    static final class Squares implements Function<RowBlock, double[]> {

        private static final long serialVersionUID = 1;

        private final double[] means;

        Squares(double[] means) {
            this.means = means;
        }

        @Override
        public double[] call(RowBlock shard) {
            return ColumnSums.squares(Arrays.copyOf(shard.columns(), means.length), 0, shard.rows(), means);
        }
    }

    /** Converts a shard into a scaled table for training. */
    static final class Scale implements Function<RowBlock, Dataset> {

        private static final long serialVersionUID = 1;

        private final TableDescription description;
        private final FeatureScaling features;
        private final TargetScaling target;

        Scale(TableDescription description, FeatureScaling features, TargetScaling target) {
            this.description = description;
            this.features = features;
            this.target = target;
        }

        @Override
        public Dataset call(RowBlock shard) {
            Dataset.Builder builder = Dataset.builder();
            int width = description.featureNames().size();
            for (int i = 0; i < width; i++) {
                builder.feature(description.featureNames().get(i), shard.columns()[i]);
            }
            builder.target(description.targetName(), shard.columns()[width]).classes(description.classes());
            if (description.isWeighted()) {
                builder.weights(shard.columns()[width + 1]);
            }
            Dataset scaled = features.apply(builder.positions(shard.positions()).buildShard());
            return target.isNone() ? scaled : target.apply(scaled);
        }
    }

    /** Returns the ids of a shard's rows, null for a row without an id. */
    static final class Ids implements Function<RowBlock, String[]> {

        private static final long serialVersionUID = 1;

        @Override
        public String[] call(RowBlock shard) {
            return shard.ids();
        }
    }
}
