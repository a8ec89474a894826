package io.sweepnet.metric;

import io.sweepnet.data.Dataset;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.loss.ClassScores;

/**
 * Consecutive rows of a table with their targets, weights and the outputs of a network. Rows of weight 0 are left out: they
 * do not count, even if outputs are infinite.
 *
 * <p>Numbers are in the target's own units, except in {@link #outputs()} and {@link #targets()}. Valid as long as the arrays
 * of the table and of the outputs do not change; not for use by several threads at once.
 */
public final class PredictedRows {

    private final double[][] outputs;
    private final double[][] targets;
    private final double[] weights;
    private final TargetScaling scaling;
    private final int count;
    private int[] predictedClasses;
    private double[][] probabilities;

    private PredictedRows(double[][] outputs, double[][] targets, double[] weights, int count, TargetScaling scaling) {
        this.outputs = outputs;
        this.targets = targets;
        this.weights = weights;
        this.count = count;
        this.scaling = scaling;
    }

    /**
     * Returns rows of a table.
     *
     * @param table a table whose target was scaled, or is the class index
     * @param outputs outputs of a network, scaled as the target was, or logits of the classes, [output][0 .. count-1]
     * @param from row of the first output
     * @param count number of rows
     * @param scaling how the target was scaled; {@link TargetScaling#NONE} for classes
     */
    public static PredictedRows of(Dataset table, double[][] outputs, int from, int count, TargetScaling scaling) {
        int[] kept = new int[count];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (table.weight(from + i) > 0) {
                kept[size++] = i;
            }
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = table.weight(from + kept[i]);
        }
        return new PredictedRows(
                size == count ? outputs : select(outputs, 0, kept, size),
                select(table.targets(), from, kept, size),
                weights,
                size,
                scaling);
    }

    /**
     * Returns one row of weight 1.
     *
     * @param target the target in its own units, or the index of its class, which is -1 for a class that the network does
     *     not have
     * @param outputs the prediction in the target's own units, or the logits of the classes, [output]
     */
    public static PredictedRows ofRow(double target, double... outputs) {
        double[][] columns = new double[outputs.length][1];
        for (int output = 0; output < outputs.length; output++) {
            columns[output][0] = outputs[output];
        }
        return new PredictedRows(columns, new double[][] {{target}}, new double[] {1}, 1, TargetScaling.NONE);
    }

    private static double[][] select(double[][] columns, int from, int[] kept, int size) {
        double[][] selected = new double[columns.length][size];
        for (int column = 0; column < columns.length; column++) {
            for (int i = 0; i < size; i++) {
                selected[column][i] = columns[column][from + kept[i]];
            }
        }
        return selected;
    }

    /** Returns the number of rows. */
    public int count() {
        return count;
    }

    /** Returns a row's weight, above 0. */
    public double weight(int row) {
        return weights[row];
    }

    /** Returns the network's outputs, scaled as the target was, [output][0 .. count-1]. Shared; must not be changed. */
    public double[][] outputs() {
        return outputs;
    }

    /** Returns the targets of the table, scaled or class indices, [target][0 .. count-1]. Shared; must not be changed. */
    public double[][] targets() {
        return targets;
    }

    /** Returns a row's numeric target, in its own units. */
    public double target(int row) {
        return scaling.restore(targets[0][row]);
    }

    /** Returns a row's prediction of a numeric target, in the target's own units. */
    public double prediction(int row) {
        return scaling.restore(outputs[0][row]);
    }

    /** Returns the index of a row's class; -1 for a class that the network does not have. */
    public int targetClass(int row) {
        return (int) targets[0][row];
    }

    /** Returns the index of a row's predicted class, see {@link ClassScores#argmax}. */
    public int predictedClass(int row) {
        if (predictedClasses == null) {
            predictedClasses = new int[count];
            for (int i = 0; i < count; i++) {
                predictedClasses[i] = ClassScores.argmax(outputs, i);
            }
        }
        return predictedClasses[row];
    }

    /** Returns a row's class probabilities, the {@link ClassScores#softmax} of its outputs, [class]. Must not be changed. */
    public double[] probabilities(int row) {
        if (probabilities == null) {
            probabilities = new double[count][];
            for (int i = 0; i < count; i++) {
                probabilities[i] = ClassScores.softmax(outputs, i);
            }
        }
        return probabilities[row];
    }
}
