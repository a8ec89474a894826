package io.sweepnet.metric;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.Shards;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.Network;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Several metrics computed over the same rows, in one forward pass. Measurements of shards, merged in shard order, have the
 * same bits however the shards are distributed. For example, all metrics of classification for a table that was not scaled:
 *
 * <pre>{@code
 * List<MetricValue> values =
 *         Measurement.of(network, table, TargetScaling.NONE, Metrics.of(true)).values();
 * }</pre>
 *
 * <p>Mutable; not for use by several threads at once.
 */
public final class Measurement implements Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<MetricAccumulator> accumulators = new ArrayList<>();

    private Measurement(List<Metric> metrics, TargetSummary target) {
        metrics.forEach(metric -> accumulators.add(metric.accumulator(target)));
    }

    /**
     * Measures a network on a whole table, shard by shard.
     *
     * @param table a table with one target, which was scaled, or which is the class index
     * @param scaling how the target was scaled; {@link TargetScaling#NONE} for classes
     * @throws IllegalArgumentException if the table has several targets
     */
    public static Measurement of(Network network, Dataset table, TargetScaling scaling, List<Metric> metrics) {
        TargetSummary target = TargetSummary.of(table, scaling);
        Shards shards = Shards.of(table.rows());
        Measurement whole = new Measurement(metrics, target);
        for (int shard = 0; shard < shards.count(); shard++) {
            whole.merge(ofShard(network, table, shards.from(shard), shards.to(shard), scaling, metrics, target));
        }
        return whole;
    }

    /**
     * Measures a network on a shard.
     *
     * @param rows a table that contains the shard
     * @param from the first row of the shard
     * @param to the row after the last one of the shard
     * @param scaling how the target was scaled; {@link TargetScaling#NONE} for classes
     * @param target the summary of the target in the whole table
     */
    public static Measurement ofShard(
            Network network,
            Dataset rows,
            int from,
            int to,
            TargetScaling scaling,
            List<Metric> metrics,
            TargetSummary target) {
        Measurement shard = new Measurement(metrics, target);
        double[] parameters = network.parameters().toArray();
        ForwardPass forward = new ForwardPass(network.architecture());
        for (int first = from; first < to; first += ForwardPass.TILE_ROWS) {
            int count = Math.min(ForwardPass.TILE_ROWS, to - first);
            double[][] outputs = forward.outputs(parameters, rows.features(), first, count);
            shard.add(PredictedRows.of(rows, outputs, first, count, scaling));
        }
        return shard;
    }

    /** Adds the next rows. */
    private void add(PredictedRows rows) {
        accumulators.forEach(accumulator -> accumulator.add(rows));
    }

    /**
     * Merges the measurement of the next rows into this one.
     *
     * @param next a measurement of the same metrics; must not be changed afterwards
     */
    public void merge(Measurement next) {
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).merge(next.accumulators.get(i));
        }
    }

    /** Returns the values of all metrics, in the order of the metrics. */
    public List<MetricValue> values() {
        return accumulators.stream()
                .flatMap(accumulator -> accumulator.values().stream())
                .toList();
    }
}
