package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.run.Metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How good a trained network is in each part of the table. All figures of a part come from one forward pass. */
final class ModelMetrics {

    private final Map<String, Double> losses = new LinkedHashMap<>();
    private final Map<String, List<Metric>> others = new LinkedHashMap<>();

    ModelMetrics(PreparedData data, Parameters trained) {
        Network network = new Network(trained);
        data.parts().forEach((part, rows) -> add(part, rows, data, network));
    }

    private void add(String part, Dataset rows, PreparedData data, Network network) {
        double[][] outputs = network.predict(rows.features());
        losses.put(part, new DirectLoss(network.architecture(), rows, data.loss()).ofOutputs(outputs));
        others.put(
                part,
                data.isClassification()
                        ? Metrics.classification(network.architecture(), rows, outputs)
                        : Metrics.regression(rows, data.targetScaling(), outputs[0]));
    }

    /** The loss trained on; null for a part without rows. */
    Double loss(String part) {
        return losses.get(part);
    }

    /** Rows of the metrics table, the loss of each part first. */
    List<MetricRow> rows(String runId, String model) {
        List<MetricRow> rows = new ArrayList<>();
        losses.forEach((part, loss) -> {
            rows.add(new MetricRow(runId, model, part, "loss", null, loss));
            for (Metric metric : others.get(part)) {
                rows.add(new MetricRow(runId, model, part, metric.name(), metric.ofClass(), metric.value()));
            }
        });
        return rows;
    }
}
