package io.sweepnet.spark.execution;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.DeadLayers;

/** Determines by Spark jobs whether a search over rows on executors is dead; see {@link DeadLayers}. */
final class DistributedDeadLayers {

    private final TableShards training;
    private final Architecture architecture;
    private final SearchSettings search;

    DistributedDeadLayers(TableShards training, Architecture architecture, SearchSettings search) {
        this.training = training;
        this.architecture = architecture;
        this.search = search;
    }

    boolean isDead(Parameters at) {
        Architecture of = architecture;
        SearchSettings settings = search;
        double[] extremes = ShardJob.most(training, (shard, rows) -> new DeadLayers(of, rows, settings).extremes(at));
        return DeadLayers.isDead(settings, at, extremes, layer -> {
            double[] areMovable = ShardJob.most(training, (shard, rows) -> {
                DeadLayers layers = new DeadLayers(of, rows, settings);
                layers.extremes(at);
                return new double[] {layers.isMovable(layer, at) ? 1 : 0};
            });
            return areMovable[0] > 0;
        });
    }
}
