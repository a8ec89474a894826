package io.sweepnet.spark.data;

import io.sweepnet.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is odd about a table's columns, though it can be learned from. */
final class ColumnNotes {

    private ColumnNotes() {}

    static List<String> of(Dataset table) {
        List<String> notes = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        Map<Integer, List<Integer>> alike = new HashMap<>();
        double[][] features = table.features();
        for (int i = 0; i < features.length; i++) {
            if (isConstant(features[i])) {
                constant.add(table.featureNames().get(i));
                continue;
            }
            List<Integer> others = alike.computeIfAbsent(Arrays.hashCode(features[i]), hash -> new ArrayList<>());
            for (int other : others) {
                if (Arrays.equals(features[i], features[other])) {
                    copies.add(table.featureNames().get(i) + " of "
                            + table.featureNames().get(other));
                    break;
                }
            }
            others.add(i);
        }
        if (!constant.isEmpty()) {
            notes.add("features that are the same in every row: " + String.join(", ", constant));
        }
        if (!copies.isEmpty()) {
            notes.add("features that are copies: " + String.join(", ", copies));
        }
        double[] target = table.targets()[0];
        if (table.classes().isEmpty() && isConstant(target)) {
            notes.add("target '" + table.targetNames().get(0) + "' is " + target[0] + " in every row");
        }
        return notes;
    }

    private static boolean isConstant(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }
}
