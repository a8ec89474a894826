package io.sweepnet.spark.table.survey;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Detects columns that are constant and columns with the same numbers as another, in consecutive rows. */
final class ColumnLikeness implements Serializable {

    private static final long serialVersionUID = 1;

    /** The first number of each column; empty where there are no rows. */
    private double[] first;

    private boolean[] constant;

    /** For each column, the index of the first column with the same numbers. */
    private int[] same;

    private ColumnLikeness(double[] first, boolean[] constant, int[] same) {
        this.first = first;
        this.constant = constant;
        this.same = same;
    }

    /** Returns the result for no rows. */
    static ColumnLikeness none() {
        return new ColumnLikeness(new double[0], new boolean[0], new int[0]);
    }

    /** Returns the result for columns of numbers, [column][row]. */
    static ColumnLikeness of(double[][] columns) {
        if (columns[0].length == 0) {
            return none();
        }
        double[] first = new double[columns.length];
        boolean[] constant = new boolean[columns.length];
        int[] same = new int[columns.length];
        Map<Integer, List<Integer>> alike = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            first[i] = columns[i][0];
            constant[i] = isConstant(columns[i]);
            same[i] = i;
            List<Integer> others = alike.computeIfAbsent(Arrays.hashCode(columns[i]), hash -> new ArrayList<>());
            for (int other : others) {
                if (Arrays.equals(columns[i], columns[other])) {
                    same[i] = other;
                    break;
                }
            }
            others.add(i);
        }
        return new ColumnLikeness(first, constant, same);
    }

    private static boolean isConstant(double[] column) {
        for (double value : column) {
            if (value != column[0]) {
                return false;
            }
        }
        return true;
    }

    /** Adds rows that follow. */
    void append(ColumnLikeness next) {
        if (next.first.length == 0) {
            return;
        }
        if (first.length == 0) {
            first = next.first;
            constant = next.constant;
            same = next.same;
            return;
        }
        // Two columns are the same in all rows if they are the same in both parts.
        Map<Long, Integer> firstOfPair = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            constant[i] &= next.constant[i] && next.first[i] == first[i];
            long pair = (long) same[i] << Integer.SIZE | next.same[i];
            Integer known = firstOfPair.putIfAbsent(pair, i);
            same[i] = known == null ? i : known;
        }
    }

    /**
     * Returns notes on constant and copied columns, which are no errors, a line each.
     *
     * @param features names of the features, which are the first columns
     * @param target name of the target, the last column, where it is a number; else null
     */
    List<String> notes(List<String> features, String target) {
        List<String> notes = new ArrayList<>();
        List<String> constants = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if (constant[i]) {
                constants.add(features.get(i));
            } else if (same[i] < i) {
                copies.add(features.get(i) + " of " + features.get(same[i]));
            }
        }
        if (!constants.isEmpty()) {
            notes.add("features that are the same in every row: " + String.join(", ", constants));
        }
        if (!copies.isEmpty()) {
            notes.add("features that are copies: " + String.join(", ", copies));
        }
        if (target != null && constant[features.size()]) {
            notes.add("target '" + target + "' is " + first[features.size()] + " in every row");
        }
        return notes;
    }
}
