package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import java.io.Serializable;
import java.util.List;

/** Sums over the rows of a part, or of a shard of it: in a shard in row order, over shards in shard order. Immutable. */
final class PartSums implements Serializable {

    private static final long serialVersionUID = 1;

    private final double weight;
    private final double[][] losses;
    private final double[] metrics;

    /**
     * Arrays are shared: they must not be changed.
     *
     * @param weight of the weights
     * @param losses of the statistics of some losses, [loss][statistic]
     * @param metrics of what {@link Metrics} add up
     */
    PartSums(double weight, double[][] losses, double[] metrics) {
        this.weight = weight;
        this.losses = losses;
        this.metrics = metrics;
    }

    /** The sums of shards, in their order, added up. */
    static PartSums of(List<PartSums> shards) {
        return shards.stream().reduce(PartSums::plus).orElseThrow();
    }

    private PartSums plus(PartSums next) {
        double[][] sums = new double[losses.length][];
        for (int i = 0; i < losses.length; i++) {
            sums[i] = sum(losses[i], next.losses[i]);
        }
        return new PartSums(weight + next.weight, sums, sum(metrics, next.metrics));
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /** The sum of the weights. */
    double weight() {
        return weight;
    }

    /** A loss, of the sums of its statistics. */
    double loss(Loss loss, int number) {
        return loss.finish(losses[number].clone(), weight);
    }

    /** What {@link Metrics} have added up. */
    double metric(int number) {
        return metrics[number];
    }
}
