package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.table.source.BrokenText;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The values of a target in consecutive rows: its classes, or its numbers as long as they are few and whole. The size
 * depends on the names of the classes, not on the number of rows.
 */
public final class TargetSurvey implements Serializable {

    /** The largest number of distinct whole numbers of a target for which a note suggests classes. */
    private static final int FEW = 20;

    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final long serialVersionUID = 1;

    /**
     * A class.
     *
     * @param name its name; of several texts for the same number the shortest
     * @param isComplete whether a row without missing values has it
     */
    record Found(String name, boolean isComplete) implements Serializable {

        private Found and(Found other) {
            return new Found(
                    SHORTEST.compare(name, other.name) <= 0 ? name : other.name, isComplete || other.isComplete);
        }
    }

    private final TargetKind kind;
    private final Map<String, Found> texts = new HashMap<>();
    private final Map<Double, Found> numbers = new HashMap<>();
    private BrokenText broken = BrokenText.NONE;

    /** Distinct numbers; null once there are more than {@link #FEW}, or one is not whole. */
    private TreeSet<Double> few = new TreeSet<>();

    TargetSurvey(TargetKind kind) {
        this.kind = kind;
    }

    /**
     * Returns the survey of a piece's rows.
     *
     * @param rows number of rows
     * @param complete indices of those without missing values, in ascending order
     */
    static TargetSurvey of(TargetKind kind, RowPiece.Column cells, int rows, int[] complete) {
        TargetSurvey survey = new TargetSurvey(kind);
        int next = 0;
        for (int row = 0; row < rows; row++) {
            boolean isComplete = next < complete.length && complete[next] == row;
            next += isComplete ? 1 : 0;
            switch (kind) {
                case NUMBERS -> survey.addNumber(cells.number(row));
                case NUMERIC_CLASSES -> survey.addNumericClass(cells, row, isComplete);
                case TEXT_CLASSES -> survey.addTextClass(cells.text(row), row, isComplete);
            }
        }
        return survey;
    }

    private void addNumber(double number) {
        if (few != null && !Double.isNaN(number)) {
            addFew(number);
        }
    }

    private void addFew(double number) {
        if (number != Math.rint(number)) {
            few = null;
            return;
        }
        few.add(number);
        if (few.size() > FEW) {
            few = null;
        }
    }

    private void addNumericClass(RowPiece.Column cells, int row, boolean isComplete) {
        double number = cells.number(row);
        if (Double.isNaN(number)) {
            return;
        }
        // Adding 0 makes -0 the same class as 0.
        Double key = number + 0.0;
        Found known = numbers.get(key);
        boolean isOfOneSpelling = !cells.hasOwnTexts() && number != 0;
        if (known == null || !isOfOneSpelling || (isComplete && !known.isComplete())) {
            numbers.merge(key, new Found(cells.text(row), isComplete), Found::and);
        }
    }

    private void addTextClass(String text, int row, boolean isComplete) {
        if (text == null) {
            return;
        }
        broken = broken.orOf(row, text);
        Found known = texts.get(text);
        if (known == null || (isComplete && !known.isComplete())) {
            texts.put(text, new Found(text, isComplete));
        }
    }

    /**
     * Adds the rows that follow.
     *
     * @param rows number of rows before them
     */
    void append(TargetSurvey next, long rows) {
        next.texts.forEach((text, found) -> texts.merge(text, found, Found::and));
        next.numbers.forEach((number, found) -> numbers.merge(number, found, Found::and));
        broken = broken.orOf(next.broken, rows);
        if (few != null) {
            if (next.few == null) {
                few = null;
            } else {
                few.addAll(next.few);
                few = few.size() > FEW ? null : few;
            }
        }
    }

    TargetKind kind() {
        return kind;
    }

    /** Returns the classes by name, for {@link TargetKind#TEXT_CLASSES}. */
    Map<String, Found> texts() {
        return texts;
    }

    /** Returns the classes by value, for {@link TargetKind#NUMERIC_CLASSES}. */
    Map<Double, Found> numbers() {
        return numbers;
    }

    /** Returns the first text that is not in UTF-8. */
    BrokenText broken() {
        return broken;
    }

    /** Returns the number of distinct numbers, if they are few and whole; else 0. */
    int distinctWholeNumbers() {
        return few == null ? 0 : few.size();
    }
}
