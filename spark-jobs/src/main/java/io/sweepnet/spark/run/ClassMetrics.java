package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.loss.ClassScores;
import io.sweepnet.loss.CrossEntropyLoss;
import io.sweepnet.loss.Loss;
import java.util.ArrayList;
import java.util.List;

/**
 * Log loss, accuracy, and F1: the mean of the classes', then each class's. The outputs are read as logits, also of a network
 * that was trained on a loss that takes them for plain scores, such as zero-one. The F1 of a class that neither is nor was
 * predicted is undefined and does not count in the mean.
 *
 * @param classes the names of the classes, in order
 */
record ClassMetrics(List<String> classes) implements Metrics {

    /** The log loss. */
    private static final Loss LOG_LOSS = new CrossEntropyLoss();

    /** Of the losses summed, the one trained on comes first. */
    private static final int LOG_LOSS_NUMBER = 1;

    ClassMetrics {
        classes = List.copyOf(classes);
    }

    @Override
    public List<Loss> losses() {
        return List.of(LOG_LOSS);
    }

    /** The weight of right predictions, then of each class that of the right ones, of all, and of its rows. */
    @Override
    public int size() {
        return 1 + 3 * classes.size();
    }

    private int truePositive(int k) {
        return 1 + k;
    }

    private int predicted(int k) {
        return 1 + classes.size() + k;
    }

    private int actual(int k) {
        return 1 + 2 * classes.size() + k;
    }

    @Override
    public void add(Dataset rows, double[][] outputs, int from, int count, double[] sums) {
        double[] targets = rows.targets()[0];
        for (int i = 0; i < count; i++) {
            int target = (int) targets[from + i];
            int prediction = ClassScores.argmax(outputs, i);
            double weight = rows.weight(from + i);
            sums[predicted(prediction)] += weight;
            sums[actual(target)] += weight;
            if (target == prediction) {
                sums[0] += weight;
                sums[truePositive(target)] += weight;
            }
        }
    }

    @Override
    public List<Metric> of(PartSums sums, PartRows part) {
        double sum = 0;
        int defined = 0;
        List<Metric> perClass = new ArrayList<>();
        for (int k = 0; k < classes.size(); k++) {
            double counted = sums.metric(predicted(k)) + sums.metric(actual(k));
            Double f1 = counted > 0 ? 2 * sums.metric(truePositive(k)) / counted : null;
            perClass.add(new Metric("f1", classes.get(k), f1));
            if (f1 != null) {
                sum += f1;
                defined++;
            }
        }
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("log_loss", null, sums.loss(LOG_LOSS, LOG_LOSS_NUMBER)));
        metrics.add(new Metric("accuracy", null, sums.metric(0) / sums.weight()));
        metrics.add(new Metric("f1", null, defined > 0 ? sum / defined : null));
        metrics.addAll(perClass);
        return metrics;
    }
}
