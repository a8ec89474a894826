package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which columns serve as what, by what was found in their cells. All that can be wrong with a table is told here and by
 * {@link RowChecks}, in one order, wherever its rows are held.
 */
final class TableRoles {

    /** Rows are known by numbers of 32 bits, and some arrays cannot be quite so long. */
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final DataConfig config;
    private final Optional<String> targetName;
    private final List<String> names;
    private final Map<String, TableColumn> columns = new LinkedHashMap<>();
    private final List<String> notes;
    private final TableColumn target;
    private final TargetKind targetKind;
    private final List<TableColumn> features;
    private final Optional<TableColumn> weight;

    /** @throws InputException naming the column, row or cell that is not as it must be */
    TableRoles(DataConfig config, ReadPlan plan, TableSurvey survey) {
        this.config = config;
        this.targetName = plan.target();
        this.names = plan.source().names();
        this.notes = new ArrayList<>(plan.source().notes());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Integer index = plan.places().get(name);
            if (index != null) {
                CellKind kind = plan.source().kinds().get(i);
                columns.put(
                        name, new TableColumn(name, kind, index, survey.cells().column(index), survey));
            }
        }
        checkRows(survey);
        target = column(
                targetName.orElseThrow(() -> new InputException("data.target is not set: name the column to predict"
                        + " with --target; " + config.path() + " has " + ColumnNames.list(names))),
                "data.target");
        checkRoles(target.name());
        features = config.features().isEmpty() ? numericColumns() : namedFeatures();
        weight = config.weight().map(name -> column(name, "data.weight"));
        weight.ifPresent(column -> column.requireNumbers("weight"));
        targetKind = TargetKind.of(target, config);
    }

    private void checkRows(TableSurvey survey) {
        CellSurvey cells = survey.cells();
        if (cells.rows() > MOST_ROWS) {
            throw new InputException(
                    config.path() + " has " + cells.rows() + " rows, more than one JVM's arrays can hold");
        }
        if (cells.malformedRow() >= 0) {
            throw new InputException(config.path() + ": " + survey.place(cells.malformedRow()) + " "
                    + cells.malformedText() + separatorHint());
        }
        RowChecks.checkCount(config, cells.rows(), "has");
    }

    /** The configuration checks this for a target that it names, not for one that goes by the format's rule. */
    private void checkRoles(String name) {
        if (config.features().contains(name)) {
            throw new InputException("data.features = " + ColumnNames.list(config.features()) + ": '" + name
                    + "' is the target, which nothing can learn from");
        }
        if (config.weight().filter(name::equals).isPresent()) {
            throw new InputException("data.weight = " + name + ": this is the target");
        }
    }

    private List<TableColumn> namedFeatures() {
        List<TableColumn> named = new ArrayList<>();
        for (String name : config.features()) {
            TableColumn column = column(name, "data.features");
            column.requireNumbers("feature");
            named.add(column);
        }
        return named;
    }

    private List<TableColumn> numericColumns() {
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

    /** What is taken of each row. */
    RowChoice choice() {
        return new RowChoice(
                features.stream().mapToInt(TableColumn::index).toArray(),
                target.index(),
                targetKind,
                weight.map(TableColumn::index).orElse(-1),
                config.id().map(columns::get).map(TableColumn::index).orElse(-1),
                used().stream()
                        .filter(column -> column.missingCount() > 0)
                        .mapToInt(TableColumn::index)
                        .distinct()
                        .toArray());
    }

    TableColumn target() {
        return target;
    }

    List<TableColumn> features() {
        return features;
    }

    Optional<TableColumn> weight() {
        return weight;
    }

    /**
     * The column that names rows, if one is to.
     *
     * @throws InputException where it is not there
     */
    Optional<TableColumn> id() {
        return config.id().map(name -> column(name, "data.id"));
    }

    /** The columns in which no value may be missing. */
    List<TableColumn> used() {
        return Stream.of(features.stream(), Stream.of(target), weight.stream())
                .flatMap(columnsOfRole -> columnsOfRole)
                .toList();
    }

    /** What the user should know of the columns, a line each. */
    List<String> notes() {
        return notes;
    }
}
