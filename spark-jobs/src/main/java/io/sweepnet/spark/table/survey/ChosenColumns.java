package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.message.ColumnNames;
import io.sweepnet.spark.table.message.SettingKeys;
import io.sweepnet.spark.table.source.CellKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of each role, chosen by what was found in their cells. All faults of a table are reported here and by
 * {@link RowChecks}, in one order, wherever its rows are held.
 */
public final class ChosenColumns {

    /** Rows are indexed by int, and some arrays cannot have quite that length. */
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private final ColumnRoles asked;
    private final String given;
    private final Optional<String> targetName;
    private final List<String> names;
    private final Map<String, SurveyedColumn> columns = new LinkedHashMap<>();
    private final List<String> notes;
    private final SurveyedColumn target;
    private final TargetKind targetKind;
    private final List<SurveyedColumn> features;
    private final Optional<SurveyedColumn> weight;

    /** @throws InputException naming the invalid column, row or cell */
    public ChosenColumns(ColumnRoles asked, ReadPlan plan, TableSurvey survey) {
        this.asked = asked;
        this.given = plan.source().given();
        this.targetName = plan.target();
        this.names = plan.source().names();
        this.notes = new ArrayList<>(plan.source().notes());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Integer index = plan.indices().get(name);
            if (index != null) {
                CellKind kind = plan.source().kinds().get(i);
                columns.put(
                        name,
                        new SurveyedColumn(name, kind, index, survey.cells().column(index), survey));
            }
        }
        checkRows(survey);
        target = column(
                targetName.orElseThrow(
                        () -> new InputException(SettingKeys.TARGET + " is not set: name the column to predict"
                                + " with --target; " + given + " has " + ColumnNames.list(names))),
                SettingKeys.TARGET);
        checkRoles(target.name());
        features = asked.features().isEmpty() ? numericColumns() : namedFeatures();
        weight = asked.weight().map(name -> column(name, SettingKeys.WEIGHT));
        weight.ifPresent(column -> column.requireNumbers("weight"));
        targetKind = TargetKind.of(target, asked.task());
    }

    private void checkRows(TableSurvey survey) {
        CellSurvey cells = survey.cells();
        if (cells.rows() > MOST_ROWS) {
            throw new InputException(given + " has " + cells.rows() + " rows, more than one JVM's arrays can hold");
        }
        if (cells.malformedRow() >= 0) {
            throw new InputException(
                    given + ": " + survey.place(cells.malformedRow()) + " " + cells.malformedText() + separatorHint());
        }
        RowChecks.checkCount(given, cells.rows(), "has");
    }

    /** Checks a target defined by the format; {@link ColumnRoles} checks one that it names. */
    private void checkRoles(String name) {
        if (asked.features().contains(name)) {
            throw new InputException(SettingKeys.FEATURES + " = " + ColumnNames.list(asked.features()) + ": '" + name
                    + "' is the target, which nothing can learn from");
        }
        if (asked.weight().filter(name::equals).isPresent()) {
            throw new InputException(SettingKeys.WEIGHT + " = " + name + ": this is the target");
        }
    }

    private List<SurveyedColumn> namedFeatures() {
        List<SurveyedColumn> named = new ArrayList<>();
        for (String name : asked.features()) {
            SurveyedColumn column = column(name, SettingKeys.FEATURES);
            column.requireNumbers("feature");
            named.add(column);
        }
        return named;
    }

    private List<SurveyedColumn> numericColumns() {
        List<SurveyedColumn> numeric = new ArrayList<>();
        List<String> text = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (SurveyedColumn column : columns.values()) {
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
        String formatted = text.stream()
                .map(columns::get)
                .flatMap(column -> column.remedy().stream()
                        .map(remedy -> column.name() + " (" + column.firstText() + "; " + remedy + ")"))
                .collect(Collectors.joining(", "));
        if (!formatted.isEmpty()) {
            notes.add("of these, numbers in another form: " + formatted);
        }
        if (!empty.isEmpty()) {
            notes.add("not used, since they hold no value: " + String.join(", ", empty));
        }
        if (numeric.isEmpty()) {
            throw new InputException(given + " has no numeric column besides the target to learn from");
        }
        return numeric;
    }

    private boolean hasOtherRole(String name) {
        return Optional.of(name).equals(targetName)
                || Optional.of(name).equals(asked.weight())
                || Optional.of(name).equals(asked.id());
    }

    private SurveyedColumn column(String name, String key) {
        SurveyedColumn column = columns.get(name);
        if (column == null) {
            throw new InputException(key + " = " + name + ": " + given + " has no such column; it has "
                    + ColumnNames.list(names) + separatorHint());
        }
        return column;
    }

    /**
     * Returns a hint if the header is one column with another usual separator in it, which the file most likely uses.
     */
    private String separatorHint() {
        String only = names.size() == 1 ? names.get(0) : "";
        for (String separator : List.of(";", "\t", "|")) {
            if (only.contains(separator)) {
                return "; is the separator '" + separator.replace("\t", "tab") + "'? Then set "
                        + SettingKeys.CSV_SEPARATOR + " = \"" + separator.replace("\t", "tab") + "\"";
            }
        }
        return "";
    }

    /** Returns the columns that are taken from each row. */
    public RowChoice choice() {
        return new RowChoice(
                features.stream().mapToInt(SurveyedColumn::index).toArray(),
                target.index(),
                targetKind,
                weight.map(SurveyedColumn::index).orElse(-1),
                asked.id().map(columns::get).map(SurveyedColumn::index).orElse(-1),
                used().stream()
                        .filter(column -> column.missingCount() > 0)
                        .mapToInt(SurveyedColumn::index)
                        .distinct()
                        .toArray());
    }

    public SurveyedColumn target() {
        return target;
    }

    public List<SurveyedColumn> features() {
        return features;
    }

    public Optional<SurveyedColumn> weight() {
        return weight;
    }

    /**
     * Returns the column that names rows, if one is requested.
     *
     * @throws InputException if it does not exist
     */
    public Optional<SurveyedColumn> id() {
        return asked.id().map(name -> column(name, SettingKeys.ID));
    }

    /** Returns the columns in which no value may be missing: features, target and weight. */
    List<SurveyedColumn> used() {
        return Stream.of(features.stream(), Stream.of(target), weight.stream())
                .flatMap(columnsOfRole -> columnsOfRole)
                .toList();
    }

    /** Returns notes for the user on the columns, a line each. */
    List<String> notes() {
        return notes;
    }
}
