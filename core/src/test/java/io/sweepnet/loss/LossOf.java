package io.sweepnet.loss;

import io.sweepnet.RandomProblem;
import java.util.Arrays;

/** Losses of outputs written down by hand, without a network. */
final class LossOf {

    private LossOf() {}

    /** The loss of one output and target. */
    static double one(Loss loss, double output, double target) {
        return table(loss, new double[][] {{output}}, new double[][] {{target}});
    }

    /** The loss of one row of scores, one per class. */
    static double scores(Loss loss, int target, double... scores) {
        return table(loss, column(scores), new double[][] {{target}});
    }

    /** The loss of [output][row] and [target][row], every row of weight 1. */
    static double table(Loss loss, double[][] outputs, double[][] targets) {
        double[][] statistics = new double[loss.statisticSize()][outputs[0].length];
        loss.statistics(outputs, targets, 0, outputs[0].length, statistics);
        double[] sums = Arrays.stream(statistics)
                .mapToDouble(rows -> Arrays.stream(rows).sum())
                .toArray();
        return loss.finish(sums, outputs[0].length);
    }

    /** The derivatives of one row's loss by its outputs. */
    static double[] gradient(Loss loss, double[] outputs, double... targets) {
        double[][] gradients = new double[outputs.length][1];
        loss.gradient(column(outputs), column(targets), 0, 1, gradients);
        return Arrays.stream(gradients).mapToDouble(row -> row[0]).toArray();
    }

    /** See {@link RandomProblem#lossNames}. */
    static String[] allNames() {
        return RandomProblem.lossNames().toArray(String[]::new);
    }

    private static double[][] column(double... row) {
        return Arrays.stream(row).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }
}
