package io.sweepnet.loss;

import java.util.Arrays;

/** Any loss of numbers, for targets and outputs that were divided by a scale: multiplies both by it again, row by row. */
final class RescaledLoss implements Loss {

    private static final long serialVersionUID = 1;

    private final Loss loss;
    private final double scale;

    /**
     * Creates the loss.
     *
     * @param loss the loss in the original units
     * @param scale above 0
     */
    RescaledLoss(Loss loss, double scale) {
        this.loss = loss;
        this.scale = scale;
    }

    @Override
    public String name() {
        return loss.name();
    }

    @Override
    public int statisticSize() {
        return loss.statisticSize();
    }

    @Override
    public boolean isForClasses() {
        return false;
    }

    @Override
    public int targetColumns(int outputs) {
        return loss.targetColumns(outputs);
    }

    @Override
    public void statistics(double[][] outputs, double[][] targets, int from, int count, double[][] statistics) {
        loss.statistics(multiplied(outputs, 0, count), multiplied(targets, from, count), 0, count, statistics);
    }

    @Override
    public double finish(double[] sums, double totalWeight) {
        return loss.finish(sums, totalWeight);
    }

    @Override
    public boolean isFlat() {
        return loss.isFlat();
    }

    @Override
    public boolean hasWholeStatistics() {
        return loss.hasWholeStatistics();
    }

    @Override
    public boolean isDifferentiable() {
        return loss.isDifferentiable();
    }

    @Override
    public void gradient(double[][] outputs, double[][] targets, int from, int count, double[][] gradients) {
        loss.gradient(multiplied(outputs, 0, count), multiplied(targets, from, count), 0, count, gradients);
        for (double[] column : gradients) {
            for (int i = 0; i < count; i++) {
                column[i] *= scale;
            }
        }
    }

    @Override
    public Loss forTargetScale(double another) {
        return new RescaledLoss(loss, scale * another);
    }

    private double[][] multiplied(double[][] columns, int from, int count) {
        double[][] result = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            result[column] = Arrays.copyOfRange(columns[column], from, from + count);
            for (int i = 0; i < count; i++) {
                result[column][i] *= scale;
            }
        }
        return result;
    }
}
