package io.sweepnet.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts about a table that a search over remote rows needs. The facts of a table are merged from those of its shards,
 * with the same bits however the shards are distributed.
 *
 * @param rows number of rows
 * @param featureSizes for each feature the largest absolute value
 * @param targetSize the largest absolute value of any target
 * @param totalWeight the sum of the weights, as {@link Dataset#totalWeight()} returns it
 * @param hasWholeWeights whether all weights are whole numbers, so that sums of them are exact
 */
public record TableFacts(
        int rows, List<Double> featureSizes, double targetSize, double totalWeight, boolean hasWholeWeights)
        implements Serializable {

    public TableFacts {
        featureSizes = List.copyOf(featureSizes);
    }

    /** Returns the facts of a whole table. */
    public static TableFacts of(Dataset dataset) {
        return of(dataset, dataset.totalWeight());
    }

    /** Returns the facts of one of a table's {@link Shards}, given as a table of its rows only. */
    public static TableFacts ofShard(Dataset shard) {
        return of(shard, shard.totalWeight(0, shard.rows()));
    }

    private static TableFacts of(Dataset dataset, double totalWeight) {
        List<Double> featureSizes = new ArrayList<>();
        for (double[] feature : dataset.features()) {
            featureSizes.add(size(feature));
        }
        double targetSize = 0;
        for (double[] target : dataset.targets()) {
            targetSize = Math.max(targetSize, size(target));
        }
        boolean hasWholeWeights = true;
        for (int row = 0; row < dataset.rows(); row++) {
            double weight = dataset.weight(row);
            hasWholeWeights &= weight == Math.rint(weight);
        }
        return new TableFacts(dataset.rows(), featureSizes, targetSize, totalWeight, hasWholeWeights);
    }

    private static double size(double[] column) {
        double largest = 0;
        for (double value : column) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Returns the facts of these rows and of the next shard together.
     *
     * @throws IllegalArgumentException if the two differ in their number of features
     */
    public TableFacts plus(TableFacts next) {
        if (featureSizes.size() != next.featureSizes.size()) {
            throw new IllegalArgumentException("shards of one table have the same features, got " + featureSizes.size()
                    + " and " + next.featureSizes.size());
        }
        List<Double> largest = new ArrayList<>();
        for (int feature = 0; feature < featureSizes.size(); feature++) {
            largest.add(Math.max(featureSizes.get(feature), next.featureSizes.get(feature)));
        }
        return new TableFacts(
                Math.addExact(rows, next.rows),
                largest,
                Math.max(targetSize, next.targetSize),
                totalWeight + next.totalWeight,
                hasWholeWeights && next.hasWholeWeights);
    }
}
