package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.metric.TargetSummary;
import java.util.List;

/**
 * Summarises the target in a shard.
 *
 * @param classes the names of the classes, in order; empty if the target is a number
 * @param scaling the scaling of the target
 */
record PartTarget(List<String> classes, TargetScaling scaling) implements ShardFunction<TargetSummary> {

    PartTarget {
        classes = List.copyOf(classes);
    }

    @Override
    public TargetSummary of(Dataset rows, int from, int to) {
        return TargetSummary.ofShard(rows, from, to, classes, scaling);
    }
}
