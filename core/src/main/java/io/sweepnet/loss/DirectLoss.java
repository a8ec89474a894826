package io.sweepnet.loss;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TableFacts;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.ForwardPass;
import java.util.Arrays;

/**
 * The loss of a network on a table by the direct rule: forward passes over all rows, statistics summed in each shard in row
 * order and over shards in shard order. All other ways to compute a loss are measured against this one, and every recorded
 * loss of a search is computed by it.
 *
 * <pre>{@code
 * DirectLoss direct = new DirectLoss(parameters.architecture(), table, Losses.of("huber(1.5)"));
 * double loss = direct.of(parameters.toArray());
 * }</pre>
 *
 * <p>Reuses its arrays from call to call; not for use by several threads at once.
 */
public final class DirectLoss {

    private final Dataset dataset;
    private final Loss loss;
    private final ForwardPass forward;
    private final Shards shards;
    private final double totalWeight;
    private final StatisticSums shardSums;
    private final double[] sums;

    /**
     * Creates the loss of networks of one architecture on one table.
     *
     * @throws IllegalArgumentException if architecture, table and loss do not fit each other, see {@link #check(Architecture,
     *     Dataset, Loss)}
     */
    public DirectLoss(Architecture architecture, Dataset dataset, Loss loss) {
        this(architecture, dataset, loss, Shards.of(dataset.rows()));
    }

    /**
     * Returns the loss on one of a table's {@link Shards}, given as a table of its rows only. The {@link #sums} of all
     * shards, added to 0 in shard order, are those of the table.
     */
    public static DirectLoss ofShard(Architecture architecture, Dataset shard, Loss loss) {
        return new DirectLoss(architecture, shard, loss, new Shards(shard.rows(), 1));
    }

    private DirectLoss(Architecture architecture, Dataset dataset, Loss loss, Shards shards) {
        check(architecture, dataset, loss);
        this.dataset = dataset;
        this.loss = loss;
        this.forward = new ForwardPass(architecture);
        this.shards = shards;
        this.totalWeight = dataset.totalWeight();
        this.shardSums = new StatisticSums(dataset, loss);
        this.sums = new double[loss.statisticSize()];
    }

    /**
     * Checks that architecture, table and loss fit each other.
     *
     * @throws IllegalArgumentException if the table has no rows, its numbers of features or targets do not fit, or a target
     *     is not the index of a class; the message has both sizes
     */
    public static void check(Architecture architecture, Dataset dataset, Loss loss) {
        if (dataset.rows() < 1) {
            throw new IllegalArgumentException("the table has no rows");
        }
        checkFeatures(architecture, dataset.features().length);
        int targets = loss.targetColumns(architecture.outputSize());
        if (targets != dataset.targets().length) {
            throw new IllegalArgumentException("loss '" + loss.name() + "' with a network of " + architecture
                    + " takes " + targets + " target columns, the table has " + dataset.targets().length);
        }
        if (loss.isForClasses()) {
            checkClassIndices(architecture, dataset);
        }
    }

    /**
     * Checks that an architecture fits a table with remote rows.
     *
     * @throws IllegalArgumentException if the number of features does not fit; the message has both sizes
     */
    public static void check(Architecture architecture, TableFacts facts) {
        checkFeatures(architecture, facts.featureSizes().size());
    }

    private static void checkFeatures(Architecture architecture, int features) {
        if (architecture.inputSize() != features) {
            throw new IllegalArgumentException("a network of " + architecture + " takes " + architecture.inputSize()
                    + " features, the table has " + features);
        }
    }

    private static void checkClassIndices(Architecture architecture, Dataset dataset) {
        int outputs = architecture.outputSize();
        for (double index : dataset.targets()[0]) {
            if (index != Math.rint(index) || index < 0 || index >= outputs) {
                throw new IllegalArgumentException(
                        "target '" + dataset.targetNames().get(0) + "' holds " + index
                                + ", which is no class index of a network of " + outputs + " outputs");
            }
        }
    }

    /** Returns the loss at flat parameters. */
    public double of(double[] parameters) {
        Arrays.fill(sums, 0);
        for (int shard = 0; shard < shards.count(); shard++) {
            shardSums.clear();
            for (int from = shards.from(shard); from < shards.to(shard); from += ForwardPass.TILE_ROWS) {
                int count = Math.min(ForwardPass.TILE_ROWS, shards.to(shard) - from);
                shardSums.add(forward.outputs(parameters, dataset.features(), from, count), from, count);
            }
            shardSums.addTo(sums);
        }
        return loss.finish(sums, totalWeight);
    }

    /** Returns the weighted sums of the loss's statistics at flat parameters, [statistic], as a new array. */
    public double[] sums(double[] parameters) {
        of(parameters);
        return sums.clone();
    }
}
