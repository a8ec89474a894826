package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.ClassScores;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.model.TrainingHistory;
import io.sweepnet.network.Network;
import io.sweepnet.spark.results.MetricRow;
import io.sweepnet.spark.results.PredictionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a trained model predicts for every row, and how good that is in each part of the table. */
final class PredictionRows {

    private static final String LOG_LOSS = "log_loss";

    private final String runId;
    private final String model;
    private final PreparedData data;
    private final Network network;
    private final List<PredictionRow> predictions = new ArrayList<>();
    private final List<MetricRow> metrics = new ArrayList<>();

    PredictionRows(String runId, ModelRun run, PreparedData data) {
        TrainingHistory history = run.history();
        this.runId = runId;
        this.model = run.kind().label();
        this.data = data;
        this.network = new Network(history.trained());
    }

    /** Adds the rows, predictions in reading order. */
    void addTo(List<PredictionRow> allPredictions, List<MetricRow> allMetrics) {
        part("train", data.split().training());
        data.split().validation().ifPresent(rows -> part("validation", rows));
        data.split().test().ifPresent(rows -> part("test", rows));
        predictions.sort(Comparator.comparingLong(PredictionRow::row));
        allPredictions.addAll(predictions);
        allMetrics.addAll(metrics);
    }

    private void part(String split, Dataset rows) {
        double loss = new DirectLoss(network.architecture(), rows, data.loss())
                .of(network.parameters().toArray());
        metric(split, new Metrics.Metric("loss", null, loss));
        double[][] outputs = network.predict(rows.features());
        if (data.isClassification()) {
            classes(split, rows, outputs, loss);
        } else {
            numbers(split, rows, outputs[0]);
        }
    }

    private void numbers(String split, Dataset rows, double[] outputs) {
        double[] targets = new double[outputs.length];
        double[] restored = new double[outputs.length];
        for (int row = 0; row < outputs.length; row++) {
            targets[row] = data.targetScaling().restore(rows.targets()[0][row]);
            restored[row] = data.targetScaling().restore(outputs[row]);
            predictions.add(new PredictionRow(
                    runId,
                    model,
                    split,
                    (long) rows.position(row),
                    data.table().id(rows.position(row)),
                    targets[row],
                    restored[row],
                    null,
                    null,
                    List.of(restored[row])));
        }
        Metrics.regression(rows, targets, restored).forEach(metric -> metric(split, metric));
    }

    private void classes(String split, Dataset rows, double[][] outputs, double loss) {
        int[] predicted = new int[rows.rows()];
        for (int row = 0; row < predicted.length; row++) {
            predicted[row] = ClassScores.argmax(outputs, row);
        }
        if (data.loss() instanceof CrossEntropyLoss) {
            metric(split, new Metrics.Metric(LOG_LOSS, null, loss));
        }
        for (int row = 0; row < predicted.length; row++) {
            int target = (int) rows.targets()[0][row];
            List<Double> scores = new ArrayList<>(outputs.length);
            for (double score : ClassScores.softmax(outputs, row)) {
                scores.add(score);
            }
            predictions.add(new PredictionRow(
                    runId,
                    model,
                    split,
                    (long) rows.position(row),
                    data.table().id(rows.position(row)),
                    (double) target,
                    (double) predicted[row],
                    data.classes().get(target),
                    data.classes().get(predicted[row]),
                    scores));
        }
        Metrics.classification(rows, predicted).forEach(metric -> metric(split, metric));
    }

    private void metric(String split, Metrics.Metric metric) {
        metrics.add(new MetricRow(runId, model, split, metric.name(), metric.ofClass(), metric.value()));
    }
}
