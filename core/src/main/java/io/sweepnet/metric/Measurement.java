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
 * Several metrics measured over the same rows, in one forward pass. Measurements of shards, merged in their order, have the same
 * bits wherever they were made. For example, of a network on a table that nothing was scaled of:
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
     * Measures a network on a whole table, by its {@link Shards}.
     *
     * @param table one target, scaled, or class indices
     * @param scaling how the target was scaled; {@link TargetScaling#NONE} for classes
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
     * @param rows a table that has the shard
     * @param from the shard's first row
     * @param to the row after its last
     * @param scaling how the target was scaled; {@link TargetScaling#NONE} for classes
     * @param target the target in the whole table
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

    /** Adds rows that follow. */
    private void add(PredictedRows rows) {
        accumulators.forEach(accumulator -> accumulator.add(rows));
    }

    /**
     * Adds what was measured on the rows that follow.
     *
     * @param next of the same metrics; must not be changed afterwards
     */
    public void merge(Measurement next) {
        for (int i = 0; i < accumulators.size(); i++) {
            accumulators.get(i).merge(next.accumulators.get(i));
        }
    }

    /** The values of all metrics, in their order. */
    public List<MetricValue> values() {
        return accumulators.stream()
                .flatMap(accumulator -> accumulator.values().stream())
                .toList();
    }
}
