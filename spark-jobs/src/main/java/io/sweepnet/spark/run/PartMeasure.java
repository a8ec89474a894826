package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.metric.Measurement;
import io.sweepnet.metric.Metric;
import io.sweepnet.metric.TargetSummary;
import io.sweepnet.network.Network;
import java.util.List;

/**
 * Computes the metrics of a network on a shard.
 *
 * @param network the network
 * @param scaling the scaling of the target
 * @param metrics the metrics to compute
 * @param target the summary of the target in all rows of the part
 */
record PartMeasure(Network network, TargetScaling scaling, List<Metric> metrics, TargetSummary target)
        implements ShardFunction<Measurement> {

    PartMeasure {
        metrics = List.copyOf(metrics);
    }

    @Override
    public Measurement of(Dataset rows, int from, int to) {
        return Measurement.ofShard(network, rows, from, to, scaling, metrics, target);
    }
}
