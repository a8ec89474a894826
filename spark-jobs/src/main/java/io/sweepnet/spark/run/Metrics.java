package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.ClassScores;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.DirectLoss;
import io.sweepnet.network.Architecture;
import java.util.ArrayList;
import java.util.List;

/** How good a network's outputs are, besides the loss trained on. Rows count by their weights. */
final class Metrics {

    /**
     * One figure.
     *
     * @param name such as {@code rmse}
     * @param ofClass the class it is of; null for the whole
     * @param value null where it is not defined
     */
    record Metric(String name, String ofClass, Double value) {}

    private Metrics() {}

    /**
     * Root mean squared error, mean absolute error and the coefficient of determination, the last undefined where the
     * target does not vary; all in the target's own units.
     *
     * @param rows a table whose target was scaled
     * @param outputs [row], scaled likewise
     */
    static List<Metric> regression(Dataset rows, TargetScaling scaling, double[] outputs) {
        double[] targets = restored(rows.targets()[0], scaling);
        double[] predictions = restored(outputs, scaling);
        double weight = 0;
        double squared = 0;
        double absolute = 0;
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            double residual = predictions[row] - targets[row];
            double w = rows.weight(row);
            weight += w;
            squared += w * residual * residual;
            absolute += w * Math.abs(residual);
            sum += w * targets[row];
        }
        double mean = sum / weight;
        double variation = 0;
        boolean varies = false;
        for (int row = 0; row < targets.length; row++) {
            variation += rows.weight(row) * (targets[row] - mean) * (targets[row] - mean);
            varies |= targets[row] != targets[0];
        }
        return List.of(
                new Metric("rmse", null, Math.sqrt(squared / weight)),
                new Metric("mae", null, absolute / weight),
                new Metric("r2", null, varies && variation > 0 ? 1 - squared / variation : null));
    }

    private static double[] restored(double[] scaled, TargetScaling scaling) {
        double[] restored = new double[scaled.length];
        for (int row = 0; row < restored.length; row++) {
            restored[row] = scaling.restore(scaled[row]);
        }
        return restored;
    }

    /**
     * Log loss, accuracy, and F1: the mean of the classes', then each class's. The outputs are read as logits, also of a
     * network that was trained on a loss that takes them for plain scores, such as zero-one. The F1 of a class that
     * neither is nor was predicted is undefined and does not count in the mean.
     *
     * @param outputs [class][row]
     */
    static List<Metric> classification(Architecture architecture, Dataset rows, double[][] outputs) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                "log_loss", null, new DirectLoss(architecture, rows, new CrossEntropyLoss()).ofOutputs(outputs)));
        int classes = rows.classes().size();
        double[] truePositive = new double[classes];
        double[] predicted = new double[classes];
        double[] actual = new double[classes];
        double weight = 0;
        double correct = 0;
        for (int row = 0; row < rows.rows(); row++) {
            int target = (int) rows.targets()[0][row];
            int prediction = ClassScores.argmax(outputs, row);
            double w = rows.weight(row);
            weight += w;
            predicted[prediction] += w;
            actual[target] += w;
            if (target == prediction) {
                correct += w;
                truePositive[target] += w;
            }
        }
        metrics.add(new Metric("accuracy", null, correct / weight));
        double sum = 0;
        int defined = 0;
        List<Metric> perClass = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            double counted = predicted[k] + actual[k];
            Double f1 = counted > 0 ? 2 * truePositive[k] / counted : null;
            perClass.add(new Metric("f1", rows.classes().get(k), f1));
            if (f1 != null) {
                sum += f1;
                defined++;
            }
        }
        metrics.add(new Metric("f1", null, defined > 0 ? sum / defined : null));
        metrics.addAll(perClass);
        return metrics;
    }
}
