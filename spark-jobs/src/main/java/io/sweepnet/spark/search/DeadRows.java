package io.sweepnet.spark.search;

import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.SearchSettings;
import io.sweepnet.search.kernel.DeadLayers;

/** Finds by jobs whether a search over rows on executors is dead. */
final class DeadRows {

    private final RowBlocks training;
    private final Architecture architecture;
    private final SearchSettings search;

    DeadRows(RowBlocks training, Architecture architecture, SearchSettings search) {
        this.training = training;
        this.architecture = architecture;
        this.search = search;
    }

    boolean isDead(Parameters at) {
        Architecture of = architecture;
        SearchSettings settings = search;
        double[] extremes =
                most(ShardJob.run(training, (shard, rows) -> new DeadLayers(of, rows, settings).extremes(at)));
        return DeadLayers.isDead(settings, at, extremes, layer -> {
            double[][] areMovable = ShardJob.run(training, (shard, rows) -> {
                DeadLayers layers = new DeadLayers(of, rows, settings);
                layers.extremes(at);
                return new double[] {layers.isMovable(layer, at) ? 1 : 0};
            });
            return most(areMovable)[0] > 0;
        });
    }

    private static double[] most(double[][] all) {
        double[] most = all[0].clone();
        for (double[] one : all) {
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], one[i]);
            }
        }
        return most;
    }
}
