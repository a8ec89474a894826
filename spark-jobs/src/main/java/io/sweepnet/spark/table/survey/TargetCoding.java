package io.sweepnet.spark.table.survey;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.table.source.CellKind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Codes the target's cells as numbers: the cells' own, or indices of classes. Classes are those of the rows without
 * missing values; text classes are ordered by code point, numeric ones by value.
 */
public final class TargetCoding implements Serializable {

    private static final long serialVersionUID = 1;

    private final TargetKind kind;
    private final ClassKind classKind;
    private final ArrayList<String> classes = new ArrayList<>();
    private final HashMap<Object, Integer> indices = new HashMap<>();

    private TargetCoding(TargetKind kind, ClassKind classKind) {
        this.kind = kind;
        this.classKind = classKind;
    }

    /**
     * Returns the coding of a target.
     *
     * @param column the target
     * @param survey the values that were found in it
     */
    public static TargetCoding of(SurveyedColumn column, TargetSurvey survey) {
        switch (survey.kind()) {
            case NUMBERS -> {
                return new TargetCoding(survey.kind(), ClassKind.TEXT);
            }
            case NUMERIC_CLASSES -> {
                TargetCoding coding = new TargetCoding(survey.kind(), ClassKind.NUMBER);
                coding.addComplete(new TreeMap<>(survey.numbers()));
                return coding;
            }
            default -> {
                ClassKind kind = column.kind() == CellKind.BOOLEAN ? ClassKind.BOOLEAN : ClassKind.TEXT;
                TargetCoding coding = new TargetCoding(survey.kind(), kind);
                TreeMap<String, TargetSurvey.Found> ordered = new TreeMap<>(TargetCoding::compareCodePoints);
                ordered.putAll(survey.texts());
                coding.addComplete(ordered);
                return coding;
            }
        }
    }

    private void addComplete(Map<?, TargetSurvey.Found> ordered) {
        for (Map.Entry<?, TargetSurvey.Found> found : ordered.entrySet()) {
            if (found.getValue().isComplete()) {
                indices.put(found.getKey(), classes.size());
                classes.add(found.getValue().name());
            }
        }
    }

    /** Returns the names of the classes; empty where the target is a number. */
    List<String> classes() {
        return classes;
    }

    /** Returns what the names of the classes represent; texts where there are no classes. */
    ClassKind classKind() {
        return classKind;
    }

    /** Returns the number or class index of a cell in a row without missing values. */
    public double number(RowPiece.Column cells, int row) {
        return switch (kind) {
            case NUMBERS -> cells.number(row);
            case NUMERIC_CLASSES -> indices.get(cells.number(row) + 0.0);
            case TEXT_CLASSES -> indices.get(cells.text(row));
        };
    }

    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
