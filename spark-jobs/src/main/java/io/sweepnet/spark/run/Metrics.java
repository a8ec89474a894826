package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import java.util.ArrayList;
import java.util.List;

/** How good predictions are, besides the loss. Rows count by their weights. */
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
     * target does not vary.
     *
     * @param targets [row]
     * @param predictions [row], in the target's own units
     */
    static List<Metric> regression(Dataset rows, double[] targets, double[] predictions) {
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

    /**
     * Accuracy and F1, of each class and their mean. The F1 of a class that neither is nor was predicted is undefined and
     * does not count in the mean.
     *
     * @param predictions class indices, [row]
     */
    static List<Metric> classification(Dataset rows, int[] predictions) {
        int classes = rows.classes().size();
        double[] truePositive = new double[classes];
        double[] predicted = new double[classes];
        double[] actual = new double[classes];
        double weight = 0;
        double correct = 0;
        for (int row = 0; row < predictions.length; row++) {
            int target = (int) rows.targets()[0][row];
            double w = rows.weight(row);
            weight += w;
            predicted[predictions[row]] += w;
            actual[target] += w;
            if (target == predictions[row]) {
                correct += w;
                truePositive[target] += w;
            }
        }
        List<Metric> metrics = new ArrayList<>();
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
