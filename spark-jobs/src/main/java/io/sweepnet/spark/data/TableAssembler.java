package io.sweepnet.spark.data;

import io.sweepnet.data.Dataset;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.MissingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a table of what the executors packed: chooses columns by their roles and rows by what they lack. */
final class TableAssembler {

    private static final int FEWEST_ROWS = 2;

    private final DataConfig config;
    private final Optional<String> targetName;
    private final List<String> names;
    private final Map<String, TableColumn> columns = new LinkedHashMap<>();
    private final int rows;
    private final List<String> notes;

    /** @param target the target, by the configuration or by the format of the file */
    TableAssembler(DataConfig config, Optional<String> target, SourceTable source, PackedTable packed) {
        this.config = config;
        this.targetName = target;
        this.names = source.names();
        this.notes = new ArrayList<>(source.notes());
        for (int i = 0; i < source.names().size(); i++) {
            String name = source.names().get(i);
            if (packed.has(name)) {
                columns.put(name, new TableColumn(name, source.kinds().get(i), packed.column(name), packed));
            }
        }
        if (packed.rows() > Integer.MAX_VALUE - 8) {
            throw new InputException(
                    config.path() + " has " + packed.rows() + " rows, more than one JVM's arrays can hold");
        }
        this.rows = (int) packed.rows();
        checkMalformed(packed);
        checkRowCount(rows, "has");
    }

    LoadedTable assemble() {
        TableColumn targetColumn = column(
                targetName.orElseThrow(() -> new InputException("data.target is not set: name the column to predict"
                        + " with --target; " + config.path() + " has " + ColumnNames.list(names))),
                "data.target");
        checkRoles(targetColumn.name());
        List<TableColumn> features = features();
        Optional<TableColumn> weight = config.weight().map(name -> column(name, "data.weight"));
        weight.ifPresent(column -> column.requireNumbers("weight"));
        TargetColumn wholeTarget = TargetColumn.of(targetColumn, config);
        wholeTarget.note().ifPresent(notes::add);

        List<TableColumn> used = new ArrayList<>(features);
        used.add(targetColumn);
        weight.ifPresent(used::add);
        int[] kept = completeRows(used);
        TargetColumn target = wholeTarget.select(kept);

        Optional<List<String>> ids =
                config.id().map(name -> column(name, "data.id").names("id"));
        Dataset.Builder builder = Dataset.builder();
        weight.ifPresent(column -> builder.weights(weights(column, kept)));
        for (TableColumn feature : features) {
            builder.feature(feature.name(), select(feature.takeNumbers(), kept));
        }
        builder.target(targetColumn.name(), target.values());
        builder.classes(target.classes());
        builder.positions(kept);
        checkClasses(targetColumn.name(), target.classes());
        Dataset dataset = builder.build();
        notes.addAll(ColumnNotes.of(dataset));
        return new LoadedTable(dataset, target.classKind(), rows - kept.length, ids, List.copyOf(notes));
    }

    private List<TableColumn> features() {
        if (!config.features().isEmpty()) {
            List<TableColumn> named = new ArrayList<>();
            for (String name : config.features()) {
                TableColumn column = column(name, "data.features");
                column.requireNumbers("feature");
                named.add(column);
            }
            return named;
        }
        List<TableColumn> numeric = new ArrayList<>();
        List<String> text = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (TableColumn column : columns.values()) {
            if (hasOtherRole(column.name())) {
                continue;
            }
            if (column.isText()) {
                text.add(column.name());
            } else if (column.isEmpty()) {
                empty.add(column.name());
            } else {
                column.requireNumbers("column");
                numeric.add(column);
            }
        }
        if (!text.isEmpty()) {
            notes.add("not used, since they hold no numbers: " + String.join(", ", text));
        }
        if (!empty.isEmpty()) {
            notes.add("not used, since they hold no value: " + String.join(", ", empty));
        }
        if (numeric.isEmpty()) {
            throw new InputException(config.path() + " has no numeric column besides the target to learn from");
        }
        return numeric;
    }

    /** The configuration checks this for a target that it names, not for one that goes by the format's rule. */
    private void checkRoles(String target) {
        if (config.features().contains(target)) {
            throw new InputException("data.features = " + ColumnNames.list(config.features()) + ": '" + target
                    + "' is the target, which nothing can learn from");
        }
        if (config.weight().filter(target::equals).isPresent()) {
            throw new InputException("data.weight = " + target + ": this is the target");
        }
    }

    private boolean hasOtherRole(String name) {
        return Optional.of(name).equals(targetName)
                || Optional.of(name).equals(config.weight())
                || Optional.of(name).equals(config.id());
    }

    private TableColumn column(String name, String key) {
        TableColumn column = columns.get(name);
        if (column == null) {
            throw new InputException(key + " = " + name + ": " + config.path() + " has no such column; it has "
                    + ColumnNames.list(names) + separatorHint());
        }
        return column;
    }

    /** The rows in which no used column misses a value. */
    private int[] completeRows(List<TableColumn> used) {
        List<TableColumn> lacking =
                used.stream().filter(column -> column.missingCount() > 0).toList();
        boolean[] incomplete = new boolean[rows];
        for (TableColumn column : lacking) {
            if (config.missing() == MissingRows.FAIL) {
                throw new InputException("missing values: "
                        + lacking.stream()
                                .map(lack -> "column '" + lack.name() + "' " + lack.missingCount() + " (first in "
                                        + lack.firstMissing().place() + ")")
                                .collect(Collectors.joining(", "))
                        + "; data.missing = drop leaves such rows out");
            }
            markMissing(column, incomplete);
        }
        int[] kept = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (!incomplete[row]) {
                kept[count++] = row;
            }
        }
        checkRowCount(count, "without rows that miss values has");
        if (count < rows) {
            String dropped =
                    rows - count == 1 ? " rows is left out, since it misses" : " rows are left out, since they miss";
            notes.add((rows - count) + " of " + rows + dropped + " values");
        }
        return Arrays.copyOf(kept, count);
    }

    private void markMissing(TableColumn column, boolean[] incomplete) {
        if (column.hasNumbers() && column.firstText() == null) {
            double[] numbers = column.numbers();
            for (int row = 0; row < rows; row++) {
                incomplete[row] |= Double.isNaN(numbers[row]);
            }
        } else {
            String[] texts = column.texts();
            for (int row = 0; row < rows; row++) {
                incomplete[row] |= texts[row] == null;
            }
        }
    }

    private double[] weights(TableColumn column, int[] kept) {
        double[] weights = select(column.numbers(), kept);
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw new InputException("weight '" + column.name() + "' is " + weights[i] + " in "
                        + column.place(kept[i]) + "; weights must not be negative");
            }
            total += weights[i];
        }
        if (total == 0) {
            throw new InputException("weight '" + column.name() + "' is 0 in every row");
        }
        return weights;
    }

    /** The values of some rows, in order; of all rows the column itself, for tables are large. */
    private static double[] select(double[] column, int[] kept) {
        if (kept.length == column.length) {
            return column;
        }
        double[] selected = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            selected[i] = column[kept[i]];
        }
        return selected;
    }

    private void checkMalformed(PackedTable packed) {
        long before = 0;
        for (PackedRows piece : packed.pieces()) {
            if (piece.malformedRow() >= 0) {
                throw new InputException(config.path() + ": " + packed.place(before + piece.malformedRow()) + " "
                        + piece.malformedText() + separatorHint());
            }
            before += piece.rows();
        }
    }

    /** A header of one column that holds another usual separator was most likely written with that. */
    private String separatorHint() {
        String only = names.size() == 1 ? names.get(0) : "";
        for (String separator : List.of(";", "\t", "|")) {
            if (only.contains(separator)) {
                return "; is the separator '" + separator.replace("\t", "tab") + "'? Then set data.csv.separator = \""
                        + separator.replace("\t", "tab") + "\"";
            }
        }
        return "";
    }

    private void checkRowCount(int count, String verb) {
        if (count < FEWEST_ROWS) {
            throw new InputException(config.path() + " " + verb + " " + (count == 0 ? "no rows" : "1 row")
                    + "; at least " + FEWEST_ROWS + " are needed");
        }
    }

    private static void checkClasses(String target, List<String> classes) {
        if (classes.size() == 1) {
            throw new InputException("target '" + target + "' has one class alone ('" + classes.get(0)
                    + "'), so there is nothing to learn");
        }
    }
}
