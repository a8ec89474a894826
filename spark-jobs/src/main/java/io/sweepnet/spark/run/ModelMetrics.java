package io.sweepnet.spark.run;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.results.MetricRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How good a trained network is in each part of the table, as summed where its rows are. */
final class ModelMetrics {

    private final Map<String, Double> losses = new LinkedHashMap<>();
    private final Map<String, List<Metric>> others = new LinkedHashMap<>();

    ModelMetrics(PreparedData data, Parameters trained) {
        Metrics metrics = data.metrics();
        List<Loss> summed = new ArrayList<>();
        summed.add(data.loss());
        summed.addAll(metrics.losses());
        PartMeasure measure = new PartMeasure(new Network(trained), summed, metrics);
        for (PartRows part : data.rows().parts()) {
            PartSums sums = PartSums.of(part.ofShards(measure));
            losses.put(part.name(), sums.loss(data.loss(), 0));
            others.put(part.name(), metrics.of(sums, part));
        }
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
