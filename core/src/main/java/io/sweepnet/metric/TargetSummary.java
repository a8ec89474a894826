package io.sweepnet.metric;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TargetScaling;
import java.io.Serializable;
import java.util.List;

/**
 * Statistics of the target in some rows, in its own units, which metrics need before rows are predicted. Rows of weight 0 do
 * not count. Summaries of shards, merged in shard order, have the same bits however the shards are distributed.
 *
 * <pre>{@code
 * TargetSummary target = TargetSummary.of(table, TargetScaling.NONE);
 * double mean = target.mean();
 * }</pre>
 */
public final class TargetSummary implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<String> classes;
    private final double[] classWeights;
    private long rows;
    private double weight;
    private double sum;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    private TargetSummary(List<String> classes) {
        this.classes = List.copyOf(classes);
        this.classWeights = new double[classes.size()];
    }

    /**
     * Returns the summary of a whole table, computed shard by shard.
     *
     * @param table a table with one target, which was scaled, or which is the class index
     * @param scaling how the target was scaled
     * @throws IllegalArgumentException if the table has several targets
     */
    public static TargetSummary of(Dataset table, TargetScaling scaling) {
        Shards shards = Shards.of(table.rows());
        TargetSummary summary = ofShard(table, shards.from(0), shards.to(0), table.classes(), scaling);
        for (int shard = 1; shard < shards.count(); shard++) {
            summary = summary.plus(ofShard(table, shards.from(shard), shards.to(shard), table.classes(), scaling));
        }
        return summary;
    }

    /**
     * Returns the summary of a shard.
     *
     * @param rows a table that contains the shard, with one target
     * @param from the first row of the shard
     * @param to the row after the last one of the shard
     * @param classes the names of all classes, in order; empty if the target is a number
     * @param scaling how the target was scaled
     * @throws IllegalArgumentException if the table has several targets
     */
    public static TargetSummary ofShard(Dataset rows, int from, int to, List<String> classes, TargetScaling scaling) {
        if (rows.targets().length != 1) {
            throw new IllegalArgumentException("metrics are of one target, got " + rows.targetNames());
        }
        TargetSummary summary = new TargetSummary(classes);
        for (int row = from; row < to; row++) {
            double weight = rows.weight(row);
            if (weight > 0) {
                double target = rows.targets()[0][row];
                summary.add(classes.isEmpty() ? scaling.restore(target) : target, weight);
            }
        }
        return summary;
    }

    private void add(double target, double rowWeight) {
        rows++;
        weight += rowWeight;
        if (!classes.isEmpty()) {
            classWeights[(int) target] += rowWeight;
        }
        sum += rowWeight * target;
        lowest = Math.min(lowest, target);
        highest = Math.max(highest, target);
    }

    /** Returns the summary of these rows and the next ones together. */
    public TargetSummary plus(TargetSummary next) {
        TargetSummary both = new TargetSummary(classes);
        for (int k = 0; k < classWeights.length; k++) {
            both.classWeights[k] = classWeights[k] + next.classWeights[k];
        }
        both.rows = rows + next.rows;
        both.weight = weight + next.weight;
        both.sum = sum + next.sum;
        both.lowest = Math.min(lowest, next.lowest);
        both.highest = Math.max(highest, next.highest);
        return both;
    }

    /** Returns the number of rows of weight above 0. */
    public long rows() {
        return rows;
    }

    /** Returns the sum of the weights. */
    public double weight() {
        return weight;
    }

    /** Returns the names of the classes, in order, including those without rows; empty if the target is a number. */
    public List<String> classes() {
        return classes;
    }

    /** Returns the sum of the weights of the rows of class k. */
    public double weightOfClass(int k) {
        return classWeights[k];
    }

    /** Returns the number of classes that have rows. */
    public int classesPresent() {
        int present = 0;
        for (double ofClass : classWeights) {
            present += ofClass > 0 ? 1 : 0;
        }
        return present;
    }

    /** Returns the weighted mean of a numeric target. */
    public double mean() {
        return sum / weight;
    }

    /** Returns whether all rows have the same target. */
    public boolean isConstant() {
        return lowest >= highest;
    }
}
