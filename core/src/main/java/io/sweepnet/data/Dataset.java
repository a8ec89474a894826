package io.sweepnet.data;

import io.sweepnet.random.Ordering;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of numbers held by column: features, targets and, where rows count unequally, a weight per row. Immutable.
 *
 * <p>Every row knows its position, its place in the order it was read. {@link #canonical()} puts the rows into an order
 * that depends on their content alone, so that whatever is computed from it does not hang on files, partitions or cores.
 *
 * <p>A target is a number, or for classification the index of a class in {@link #classes()}.
 */
public final class Dataset implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<String> featureNames;
    private final double[][] features;
    private final List<String> targetNames;
    private final double[][] targets;
    private final List<String> classes;
    private final double[] weights;
    private final int[] positions;
    private final boolean canonical;

    /** Places in canonical order, of a table whose numbers were mapped since; else null, and the content tells. */
    private final int[] ranks;

    private Dataset(
            List<String> featureNames,
            double[][] features,
            List<String> targetNames,
            double[][] targets,
            List<String> classes,
            double[] weights,
            int[] positions,
            boolean canonical,
            int[] ranks) {
        this.featureNames = List.copyOf(featureNames);
        this.features = features;
        this.targetNames = List.copyOf(targetNames);
        this.targets = targets;
        this.classes = List.copyOf(classes);
        this.weights = weights;
        this.positions = positions;
        this.canonical = canonical;
        this.ranks = ranks;
    }

    /**
     * A table of unnamed columns.
     *
     * @param features [feature][row]
     * @param targets [target][row]
     */
    public static Dataset of(double[][] features, double[][] targets) {
        Builder builder = builder();
        for (int i = 0; i < features.length; i++) {
            builder.feature("x" + i, features[i]);
        }
        for (int i = 0; i < targets.length; i++) {
            builder.target("y" + i, targets[i]);
        }
        return builder.build();
    }

    /**
     * A table of unnamed columns with one target.
     *
     * @param features [feature][row]
     * @param target [row]
     */
    public static Dataset of(double[][] features, double[] target) {
        return of(features, new double[][] {target});
    }

    /** Builds a table column by column. */
    public static Builder builder() {
        return new Builder();
    }

    /** Number of rows. */
    public int rows() {
        return positions.length;
    }

    /** Names of the features, in column order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** The features, [feature][row]. The arrays are shared: they must not be changed. */
    public double[][] features() {
        return features;
    }

    /** Names of the targets, in column order. */
    public List<String> targetNames() {
        return targetNames;
    }

    /** The targets, [target][row]. The arrays are shared: they must not be changed. */
    public double[][] targets() {
        return targets;
    }

    /** Names of the classes, in the order of their indices; empty where the targets are numbers. */
    public List<String> classes() {
        return classes;
    }

    /** Whether rows have weights of their own; else each counts 1. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** How much a row counts. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** Sum of the rows' weights, in each of the {@link Shards} in row order and over them in their order, as losses are summed. */
    public double totalWeight() {
        Shards shards = Shards.of(rows());
        double total = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            total += totalWeight(shards.from(shard), shards.to(shard));
        }
        return total;
    }

    /** Sum of the weights of some rows, in row order. */
    double totalWeight(int from, int to) {
        if (weights == null) {
            return to - from;
        }
        double total = 0;
        for (int row = from; row < to; row++) {
            total += weights[row];
        }
        return total;
    }

    /** A row's place in reading order, from 0. */
    public int position(int row) {
        return positions[row];
    }

    /** This table with other features of the same number of rows; names, order and positions stay. */
    Dataset withFeatures(double[][] changed) {
        return new Dataset(
                featureNames, changed, targetNames, targets, classes, weights, positions, canonical, ranksToKeep());
    }

    /** This table with other targets of the same number of rows; names, order and positions stay. */
    Dataset withTargets(double[][] changed) {
        return new Dataset(
                featureNames, features, targetNames, changed, classes, weights, positions, canonical, ranksToKeep());
    }

    /** A map of the numbers must not change the order of the rows, or results would hang on when it was put in order. */
    private int[] ranksToKeep() {
        return canonical ? null : ranks != null ? ranks : RowContent.of(this).canonicalRanks();
    }

    /** Some rows of this table, in the order of the indices. */
    public Dataset rows(int[] indices) {
        boolean ascending = true;
        for (int i = 1; i < indices.length; i++) {
            ascending &= indices[i - 1] < indices[i];
        }
        return rows(indices, canonical && ascending);
    }

    /** Some rows of this table, the indices in the order of {@link #canonicalOrder()}. */
    Dataset canonicalRows(int[] indices) {
        return rows(indices, true);
    }

    private Dataset rows(int[] indices, boolean inCanonicalOrder) {
        return new Dataset(
                featureNames,
                select(features, indices),
                targetNames,
                select(targets, indices),
                classes,
                weights == null ? null : select(weights, indices),
                Arrays.stream(indices).map(i -> positions[i]).toArray(),
                inCanonicalOrder,
                inCanonicalOrder || ranks == null
                        ? null
                        : Arrays.stream(indices).map(i -> ranks[i]).toArray());
    }

    /**
     * The same rows in canonical order: by a hash of their content, then by the content itself; a table that was scaled
     * keeps the order of what it was scaled from. A table in canonical order is returned as it is.
     */
    public Dataset canonical() {
        return canonical ? this : canonicalRows(canonicalOrder());
    }

    /** The rows' indices in canonical order. */
    int[] canonicalOrder() {
        if (canonical) {
            return Ordering.ascending(rows(), (a, b) -> 0);
        }
        return ranks == null
                ? RowContent.of(this).canonicalOrder()
                : Ordering.ascending(rows(), (a, b) -> Integer.compare(ranks[a], ranks[b]));
    }

    /** SHA-256 of names and content in canonical order, as 64 hexadecimal digits: see {@link ContentDigest}. */
    public String sha256() {
        return RowContent.sha256(this, canonicalOrder());
    }

    /** This table without the rows of weight 0. */
    public Dataset withoutWeightlessRows() {
        int[] counting =
                IntStream.range(0, rows()).filter(row -> weight(row) > 0).toArray();
        return counting.length == rows() ? this : rows(counting);
    }

    double[] weightsOrNull() {
        return weights;
    }

    private static double[][] select(double[][] columns, int[] indices) {
        double[][] selected = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            selected[i] = select(columns[i], indices);
        }
        return selected;
    }

    private static double[] select(double[] column, int[] indices) {
        double[] selected = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = column[indices[i]];
        }
        return selected;
    }

    @Override
    public String toString() {
        return rows() + " rows, features " + featureNames + ", targets " + targetNames;
    }

    /** Collects the columns of a table. Columns are not copied: they must not be changed afterwards. */
    public static final class Builder {

        private final List<String> featureNames = new ArrayList<>();
        private final List<double[]> features = new ArrayList<>();
        private final List<String> targetNames = new ArrayList<>();
        private final List<double[]> targets = new ArrayList<>();
        private List<String> classes = List.of();
        private double[] weights;
        private int[] positions;

        private Builder() {}

        /** Adds a feature; its values must be finite. */
        public Builder feature(String name, double[] values) {
            featureNames.add(name);
            features.add(values);
            return this;
        }

        /** Adds a target; its values must be finite. */
        public Builder target(String name, double[] values) {
            targetNames.add(name);
            targets.add(values);
            return this;
        }

        /** Makes the table one of classification: the one target holds indices into these names. */
        public Builder classes(List<String> names) {
            classes = names;
            return this;
        }

        /** Gives each row a weight: finite, not negative, not all 0. */
        public Builder weights(double[] values) {
            weights = values;
            return this;
        }

        /** Gives each row its place in reading order; without, rows are numbered from 0. */
        public Builder positions(int[] values) {
            positions = values;
            return this;
        }

        /**
         * The table.
         *
         * @throws IllegalArgumentException where columns differ in length, names repeat, or a value is not finite
         */
        public Dataset build() {
            Dataset table = checked(false);
            DatasetChecks.totalWeight(weights);
            return table;
        }

        /**
         * A shard of a table that stands in canonical order: its rows are in that order already, and may all be of
         * weight 0.
         *
         * @throws IllegalArgumentException where columns differ in length, names repeat, or a value is not finite
         */
        public Dataset buildShard() {
            return checked(true);
        }

        private Dataset checked(boolean canonical) {
            if (features.isEmpty() || targets.isEmpty()) {
                throw new IllegalArgumentException("a table needs at least one feature and one target");
            }
            int rows = features.get(0).length;
            DatasetChecks.columns("feature", featureNames, features, rows);
            DatasetChecks.columns("target", targetNames, targets, rows);
            DatasetChecks.classes(classes, targetNames, targets);
            DatasetChecks.weights(weights, rows);
            if (positions != null && positions.length != rows) {
                throw new IllegalArgumentException("got " + positions.length + " positions for " + rows + " rows");
            }
            return new Dataset(
                    featureNames,
                    features.toArray(double[][]::new),
                    targetNames,
                    targets.toArray(double[][]::new),
                    classes,
                    weights,
                    positions == null ? Ordering.ascending(rows, (a, b) -> 0) : positions,
                    canonical,
                    null);
        }
    }
}
