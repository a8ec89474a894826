package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.Loss;
import io.sweepnet.loss.StatisticSums;
import io.sweepnet.network.ForwardPass;
import io.sweepnet.network.Network;
import java.util.List;

/**
 * Sums up how good a network is on a shard, in one forward pass.
 *
 * @param network the network
 * @param losses the losses whose statistics are summed
 * @param metrics what else is summed
 */
record PartMeasure(Network network, List<Loss> losses, Metrics metrics) implements ShardFunction<PartSums> {

    PartMeasure {
        losses = List.copyOf(losses);
    }

    @Override
    public PartSums of(Dataset rows, int from, int to) {
        double[] parameters = network.parameters().toArray();
        ForwardPass forward = new ForwardPass(network.architecture());
        List<StatisticSums> statistics =
                losses.stream().map(loss -> new StatisticSums(rows, loss)).toList();
        double[] sums = new double[metrics.size()];
        double weight = 0;
        for (int first = from; first < to; first += ForwardPass.TILE_ROWS) {
            int count = Math.min(ForwardPass.TILE_ROWS, to - first);
            double[][] outputs = forward.outputs(parameters, rows.features(), first, count);
            for (StatisticSums ofLoss : statistics) {
                ofLoss.add(outputs, first, count);
            }
            metrics.add(rows, outputs, first, count, sums);
            for (int row = first; row < first + count; row++) {
                weight += rows.weight(row);
            }
        }
        return new PartSums(
                weight, statistics.stream().map(StatisticSums::toArray).toArray(double[][]::new), sums);
    }
}
