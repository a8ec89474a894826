package io.sweepnet.data;

import io.sweepnet.random.Ordering;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of numbers by column: features, targets and, if rows count unequally, a weight per row. Immutable.
 *
 * <p>Every row has a position, its index in the order of reading. {@link #canonical()} sorts the rows by their content only,
 * so that results computed from it do not depend on files, partitions or cores.
 *
 * <p>A target is a number, or for classification the index of a class in {@link #classes()}. For example two rows of two
 * features, of the classes {@code no} and {@code yes}:
 *
 * <pre>{@code
 * Dataset table = Dataset.builder()
 *         .feature("age", new double[] {23, 51})
 *         .feature("height", new double[] {1.82, 1.65})
 *         .target("member", new double[] {0, 1})
 *         .classes(List.of("no", "yes"))
 *         .build();
 * }</pre>
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

    /** Positions in canonical order of a table whose numbers were mapped; otherwise null, and computed from the content. */
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
     * Returns a table without weights, whose features are named x0, x1, ... and whose targets y0, y1, ...
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
     * Returns a table without weights, whose features are named x0, x1, ... and whose one target y0.
     *
     * @param features [feature][row]
     * @param target [row]
     */
    public static Dataset of(double[][] features, double[] target) {
        return of(features, new double[][] {target});
    }

    /** Returns a builder to which columns are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the number of rows. */
    public int rows() {
        return positions.length;
    }

    /** Returns the names of the features, in column order. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Returns the features, [feature][row]. The arrays are shared and must not be changed. */
    public double[][] features() {
        return features;
    }

    /** Returns the names of the targets, in column order. */
    public List<String> targetNames() {
        return targetNames;
    }

    /** Returns the targets, [target][row]. The arrays are shared and must not be changed. */
    public double[][] targets() {
        return targets;
    }

    /** Returns the names of the classes, in the order of their indices; empty if the targets are numbers. */
    public List<String> classes() {
        return classes;
    }

    /** Returns whether the table has a column of weights; otherwise each row has weight 1. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** Returns the weight of a row, at least 0. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /**
     * Returns the sum of all weights, taken as losses are: in each of the {@link Shards} in row order, then in shard order.
     */
    public double totalWeight() {
        Shards shards = Shards.of(rows());
        double total = 0;
        for (int shard = 0; shard < shards.count(); shard++) {
            total += totalWeight(shards.from(shard), shards.to(shard));
        }
        return total;
    }

    /** Returns the sum of the weights of the rows {@code from .. to - 1}, in row order. */
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

    /** Returns a row's index in the order of reading, from 0. */
    public int position(int row) {
        return positions[row];
    }

    /** Returns this table with other features of the same number of rows; names, order and positions stay. */
    Dataset withFeatures(double[][] changed) {
        return new Dataset(
                featureNames, changed, targetNames, targets, classes, weights, positions, canonical, ranksToKeep());
    }

    /** Returns this table with other targets of the same number of rows; names, order and positions stay. */
    Dataset withTargets(double[][] changed) {
        return new Dataset(
                featureNames, features, targetNames, changed, classes, weights, positions, canonical, ranksToKeep());
    }

    /**
     * Returns the ranks that a table with mapped numbers needs. Mapping must not change the canonical order, or results
     * would depend on whether the table was sorted before or after.
     */
    private int[] ranksToKeep() {
        return canonical ? null : ranks != null ? ranks : RowContent.of(this).canonicalRanks();
    }

    /** Returns the table of the rows with the given indices, in their order. */
    public Dataset rows(int[] indices) {
        boolean ascending = true;
        for (int i = 1; i < indices.length; i++) {
            ascending &= indices[i - 1] < indices[i];
        }
        return rows(indices, canonical && ascending);
    }

    /** Returns the table of the rows with the given indices, which must be in the order of {@link #canonicalOrder()}. */
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
     * Returns the same rows in canonical order: by a hash of their content, then by the content itself. A scaled table keeps
     * the order of the table it was scaled from. A table that is in canonical order is returned itself.
     */
    public Dataset canonical() {
        return canonical ? this : canonicalRows(canonicalOrder());
    }

    /** Returns the indices of the rows in canonical order. */
    int[] canonicalOrder() {
        if (canonical) {
            return Ordering.ascending(rows(), (a, b) -> 0);
        }
        return ranks == null
                ? RowContent.of(this).canonicalOrder()
                : Ordering.ascending(rows(), (a, b) -> Integer.compare(ranks[a], ranks[b]));
    }

    /** Returns the SHA-256 of names and content in canonical order as 64 hexadecimal digits, see {@link ContentDigest}. */
    public String sha256() {
        return RowContent.sha256(this, canonicalOrder());
    }

    /** Returns this table without the rows of weight 0. */
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

    /** Collects the columns of a table. Columns are not copied and must not be changed afterwards. */
    public static final class Builder {

        private final List<String> featureNames = new ArrayList<>();
        private final List<double[]> features = new ArrayList<>();
        private final List<String> targetNames = new ArrayList<>();
        private final List<double[]> targets = new ArrayList<>();
        private List<String> classes = List.of();
        private double[] weights;
        private int[] positions;

        private Builder() {}

        /** Adds a feature, [row]; its values must be finite. */
        public Builder feature(String name, double[] values) {
            featureNames.add(name);
            features.add(values);
            return this;
        }

        /** Adds a target, [row]; its values must be finite. */
        public Builder target(String name, double[] values) {
            targetNames.add(name);
            targets.add(values);
            return this;
        }

        /** Sets the names of the classes, for classification: the values of the one target are indices into this list. */
        public Builder classes(List<String> names) {
            classes = names;
            return this;
        }

        /** Sets the weights, [row]: finite, at least 0, not all 0. */
        public Builder weights(double[] values) {
            weights = values;
            return this;
        }

        /** Sets the index of each row in the order of reading, [row]; by default rows are numbered from 0. */
        public Builder positions(int[] values) {
            positions = values;
            return this;
        }

        /**
         * Returns the table.
         *
         * @throws IllegalArgumentException if there is no feature or no target, columns differ in length, names repeat, a
         *     feature, a target or a weight is not finite, a weight is negative, all weights are 0, or a target is not the
         *     index of a class
         */
        public Dataset build() {
            Dataset table = checked(false);
            DatasetChecks.totalWeight(weights);
            return table;
        }

        /**
         * Returns a shard of a table: its rows are in canonical order already, and all of them may have weight 0.
         *
         * @throws IllegalArgumentException as {@link #build()}, except for weights that are all 0
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
