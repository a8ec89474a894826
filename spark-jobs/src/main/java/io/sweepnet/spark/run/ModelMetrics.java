package io.sweepnet.spark.run;

import io.sweepnet.metric.Measurement;
import io.sweepnet.metric.MetricValue;
import io.sweepnet.metric.Metrics;
import io.sweepnet.metric.TargetSummary;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.spark.results.MetricRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a trained network on each part of the table, computed where the rows of the part are. */
final class ModelMetrics {

    /** The metrics by part; the first of each is the loss that training minimises. */
    private final Map<String, List<MetricValue>> values = new LinkedHashMap<>();

    /** @param targets the summary of the target in each part, by the name of the part */
    ModelMetrics(PreparedData data, Map<String, TargetSummary> targets, Parameters trained) {
        Network network = new Network(trained);
        for (TablePartView part : data.rows().parts()) {
            PartMeasure measure =
                    new PartMeasure(network, data.targetScaling(), Metrics.with(data.loss()), targets.get(part.name()));
            List<Measurement> shards = part.ofShards(measure);
            Measurement whole = shards.get(0);
            shards.subList(1, shards.size()).forEach(whole::merge);
            values.put(part.name(), whole.values());
        }
    }

    /** Summarises the target in each part of a table, by the name of the part. */
    static Map<String, TargetSummary> targets(PreparedData data) {
        PartTarget summary = new PartTarget(data.classes(), data.targetScaling());
        Map<String, TargetSummary> targets = new LinkedHashMap<>();
        for (TablePartView part : data.rows().parts()) {
            targets.put(
                    part.name(),
                    part.ofShards(summary).stream().reduce(TargetSummary::plus).orElseThrow());
        }
        return targets;
    }

    /** Returns the loss that training minimises, on a part; null for a part without rows. */
    Double loss(String part) {
        return values.containsKey(part) ? values.get(part).get(0).value() : null;
    }

    /** Returns the rows of the metrics table. */
    List<MetricRow> rows(String runId, String model) {
        List<MetricRow> rows = new ArrayList<>();
        values.forEach((part, ofPart) -> ofPart.forEach(
                value -> rows.add(new MetricRow(runId, model, part, value.metric(), value.ofClass(), value.value()))));
        return rows;
    }

    /** Returns a line for each metric that has no value for a reason to report, with the parts and the reason. */
    List<String> notes() {
        Map<Undefined, List<String>> parts = new LinkedHashMap<>();
        values.forEach((part, ofPart) -> ofPart.forEach(value -> value.reason()
                .ifPresent(reason -> parts.computeIfAbsent(
                                new Undefined(value.metric(), reason), undefined -> new ArrayList<>())
                        .add(part))));
        List<String> notes = new ArrayList<>();
        parts.forEach((undefined, in) -> notes.add("metric " + undefined.metric() + " has no value on "
                + String.join(", ", in) + ": " + undefined.reason()));
        return notes;
    }

    private record Undefined(String metric, String reason) {}
}
