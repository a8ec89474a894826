package io.sweepnet.spark.data;

import io.sweepnet.model.ClassKind;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The target as numbers: its own, or indices of its classes. Text classes are ordered by code point, numeric ones by value.
 */
final class TargetColumn {

    /** A whole-number target of at most so many distinct values may well mean classes. */
    private static final int FEW = 20;

    private final double[] values;
    private final List<String> classes;
    private final ClassKind classKind;
    private final Optional<String> note;

    private TargetColumn(double[] values, List<String> classes, ClassKind classKind, Optional<String> note) {
        this.values = values;
        this.classes = classes;
        this.classKind = classKind;
        this.note = note;
    }

    /** Numbers or class indices, [row]; NaN where missing. */
    double[] values() {
        return values;
    }

    /** Names of the classes; empty where the target is a number. */
    List<String> classes() {
        return classes;
    }

    /** What the classes' names stand for; texts where there are no classes. */
    ClassKind classKind() {
        return classKind;
    }

    /** What the user should know of the target, if anything. */
    Optional<String> note() {
        return note;
    }

    static TargetColumn of(TableColumn column, DataConfig config) {
        TableColumn.Cell text = column.firstText();
        boolean classes = switch (config.task()) {
            case CLASSIFICATION -> true;
            case REGRESSION -> false;
            case AUTO -> {
                if (text != null && column.hasNumbers()) {
                    throw new InputException("target '" + column.name() + "' holds numbers and text ('"
                            + text.text() + "' in " + text.place()
                            + "); mend the cell, or set data.task = classification");
                }
                yield text != null;
            }
        };
        if (classes) {
            return text == null && column.hasNumbers() ? numericClasses(column) : textClasses(column);
        }
        column.requireNumbers("target");
        double[] values = column.numbers();
        return new TargetColumn(
                values,
                List.of(),
                ClassKind.TEXT,
                config.task() == Task.AUTO ? hint(column, values) : Optional.empty());
    }

    private static Optional<String> hint(TableColumn column, double[] values) {
        TreeSet<Double> distinct = new TreeSet<>();
        for (double value : values) {
            if (!Double.isNaN(value)) {
                if (value != Math.rint(value)) {
                    return Optional.empty();
                }
                distinct.add(value);
                if (distinct.size() > FEW) {
                    return Optional.empty();
                }
            }
        }
        if (distinct.size() < 2 || 2 * distinct.size() > values.length) {
            return Optional.empty();
        }
        return Optional.of("target '" + column.name() + "' has " + distinct.size()
                + " distinct whole numbers and is taken as a number; -D data.task=classification makes them classes");
    }

    private static TargetColumn textClasses(TableColumn column) {
        int rows = column.rows();
        List<String> texts = column.names("target");
        TreeSet<String> names = new TreeSet<>(TargetColumn::compareCodePoints);
        for (String text : texts) {
            if (text != null) {
                names.add(text);
            }
        }
        List<String> classes = new ArrayList<>(names);
        Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < classes.size(); i++) {
            indices.put(classes.get(i), i);
        }
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            String text = texts.get(row);
            values[row] = text == null ? Double.NaN : indices.get(text);
        }
        ClassKind kind = column.kind() == CellKind.BOOLEAN ? ClassKind.BOOLEAN : ClassKind.TEXT;
        return new TargetColumn(values, classes, kind, Optional.empty());
    }

    /** Classes by value; of several spellings of a number the shortest names its class. */
    private static TargetColumn numericClasses(TableColumn column) {
        int rows = column.rows();
        double[] numbers = column.numbers();
        String[] texts = column.texts();
        Comparator<String> shortest = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
        TreeMap<Double, String> names = new TreeMap<>();
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(numbers[row])) {
                // Adding 0 makes -0 the same class as 0.
                names.merge(numbers[row] + 0.0, texts[row], (a, b) -> shortest.compare(a, b) <= 0 ? a : b);
            }
        }
        List<Double> order = new ArrayList<>(names.keySet());
        Map<Double, Integer> indices = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            indices.put(order.get(i), i);
        }
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = Double.isNaN(numbers[row]) ? Double.NaN : indices.get(numbers[row] + 0.0);
        }
        return new TargetColumn(values, new ArrayList<>(names.values()), ClassKind.NUMBER, Optional.empty());
    }

    /** The target of some rows, in order, without the classes that none of them has. */
    TargetColumn select(int[] rows) {
        double[] selected = new double[rows.length];
        BitSet present = new BitSet(classes.size());
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
            if (!classes.isEmpty()) {
                present.set((int) selected[i]);
            }
        }
        if (present.cardinality() == classes.size()) {
            return new TargetColumn(selected, classes, classKind, note);
        }
        for (int i = 0; i < selected.length; i++) {
            selected[i] = present.get(0, (int) selected[i]).cardinality();
        }
        return new TargetColumn(
                selected, present.stream().mapToObj(classes::get).toList(), classKind, note);
    }

    private static int compareCodePoints(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
