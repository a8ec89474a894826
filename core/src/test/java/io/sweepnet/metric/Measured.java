package io.sweepnet.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Metrics of outputs that a test chooses, not of a network's.
 *
 * @param values of all metrics, in their order
 */
record Measured(List<MetricValue> values) {

    /** Metrics of numbers. */
    static Measured numbers(double[] targets, double[] weights, TargetScaling scaling, double... outputs) {
        return of(table(targets, weights).build(), new double[][] {outputs}, scaling, Metrics.of(false), 1);
    }

    /** Metrics of classes. */
    static Measured classes(List<String> names, double[] targets, double[] weights, double[][] outputs) {
        return classes(names, targets, weights, outputs, 1);
    }

    /** Metrics of classes, of rows that are cut into parts of about the same size, each measured by itself. */
    static Measured classes(List<String> names, double[] targets, double[] weights, double[][] outputs, int parts) {
        Dataset rows = table(targets, weights).classes(names).build();
        return of(rows, outputs, TargetScaling.NONE, Metrics.of(true), parts);
    }

    static Dataset.Builder table(double[] targets, double[] weights) {
        return Dataset.builder()
                .feature("x", new double[targets.length])
                .target("y", targets)
                .weights(weights);
    }

    static Measured of(Dataset rows, double[][] outputs, TargetScaling scaling, List<Metric> metrics, int parts) {
        List<TargetSummary> targets = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            targets.add(TargetSummary.ofShard(
                    rows, rows.rows() * part / parts, rows.rows() * (part + 1) / parts, rows.classes(), scaling));
        }
        TargetSummary target = targets.stream().reduce(TargetSummary::plus).orElseThrow();
        List<MetricValue> values = new ArrayList<>();
        for (Metric metric : metrics) {
            MetricAccumulator whole = null;
            for (int part = 0; part < parts; part++) {
                int from = rows.rows() * part / parts;
                int to = rows.rows() * (part + 1) / parts;
                double[][] ofPart = Arrays.stream(outputs)
                        .map(output -> Arrays.copyOfRange(output, from, to))
                        .toArray(double[][]::new);
                MetricAccumulator one = metric.accumulator(target);
                one.add(PredictedRows.of(rows, ofPart, from, to - from, scaling));
                if (whole == null) {
                    whole = one;
                } else {
                    whole.merge(one);
                }
            }
            values.addAll(whole.values());
        }
        return new Measured(values);
    }

    Double value(String metric) {
        return value(metric, null);
    }

    Double value(String metric, String ofClass) {
        return found(metric, ofClass).value();
    }

    MetricValue found(String metric, String ofClass) {
        List<MetricValue> found = values.stream()
                .filter(value -> value.metric().equals(metric))
                .filter(value -> ofClass == null ? value.ofClass() == null : ofClass.equals(value.ofClass()))
                .toList();
        assertThat(found).as("%s %s", metric, ofClass).hasSize(1);
        return found.get(0);
    }

    /** Outputs whose largest is of these classes, row by row. */
    static double[][] choosing(int classes, int... chosen) {
        double[][] outputs = new double[classes][chosen.length];
        for (int row = 0; row < chosen.length; row++) {
            outputs[chosen[row]][row] = 1;
        }
        return outputs;
    }
}
