package io.sweepnet.data;

import java.util.List;

/**
 * The checks of a table's columns; each throws an {@link IllegalArgumentException} that has the column and the wrong value.
 */
final class DatasetChecks {

    private DatasetChecks() {}

    static void columns(String role, List<String> names, List<double[]> columns, int rows) {
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two " + role + "s have the same name: " + names);
        }
        for (int i = 0; i < names.size(); i++) {
            double[] column = columns.get(i);
            if (column.length != rows) {
                throw new IllegalArgumentException(
                        role + " '" + names.get(i) + "' has " + column.length + " rows, the first feature has " + rows);
            }
            for (int row = 0; row < rows; row++) {
                if (!Double.isFinite(column[row])) {
                    throw new IllegalArgumentException(
                            role + " '" + names.get(i) + "' holds " + column[row] + " in row " + row);
                }
            }
        }
    }

    static void classes(List<String> classes, List<String> targetNames, List<double[]> targets) {
        if (classes.isEmpty()) {
            return;
        }
        if (targets.size() != 1) {
            throw new IllegalArgumentException("classification has one target, got " + targetNames);
        }
        for (double index : targets.get(0)) {
            if (index != Math.rint(index) || index < 0 || index >= classes.size()) {
                throw new IllegalArgumentException("target '" + targetNames.get(0) + "' holds " + index
                        + ", which is no index of the " + classes.size() + " classes");
            }
        }
    }

    static void weights(double[] weights, int rows) {
        if (weights == null) {
            return;
        }
        if (weights.length != rows) {
            throw new IllegalArgumentException("got " + weights.length + " weights for " + rows + " rows");
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a weight must be finite and not negative, got " + weight);
            }
        }
    }

    static void totalWeight(double[] weights) {
        if (weights == null) {
            return;
        }
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0) || Double.isInfinite(total)) {
            throw new IllegalArgumentException("the weights of all rows add up to " + total);
        }
    }
}
