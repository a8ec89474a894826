package io.sweepnet.spark.data;

import java.util.ArrayList;
import java.util.List;

/** What is odd about a table's columns, though it can be learned from. */
final class ColumnNotes {

    private ColumnNotes() {}

    /**
     * The notes, a line each.
     *
     * @param columns the features and, last, the target
     * @param target name of the target, where it is a number; else null
     */
    static List<String> of(ColumnLikeness columns, List<String> features, String target) {
        List<String> notes = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            if (columns.isConstant(i)) {
                constant.add(features.get(i));
            } else if (columns.same(i) < i) {
                copies.add(features.get(i) + " of " + features.get(columns.same(i)));
            }
        }
        if (!constant.isEmpty()) {
            notes.add("features that are the same in every row: " + String.join(", ", constant));
        }
        if (!copies.isEmpty()) {
            notes.add("features that are copies: " + String.join(", ", copies));
        }
        if (target != null && columns.isConstant(features.size())) {
            notes.add("target '" + target + "' is " + columns.first(features.size()) + " in every row");
        }
        return notes;
    }
}
