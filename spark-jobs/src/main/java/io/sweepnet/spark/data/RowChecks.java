package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;
import io.sweepnet.spark.config.MissingRows;
import io.sweepnet.spark.config.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what is wrong with a table's rows, and else what is known of it. */
final class RowChecks {

    private static final int FEWEST_ROWS = 2;

    private final DataConfig config;
    private final TableRoles roles;
    private final RowSurvey rows;

    RowChecks(DataConfig config, TableRoles roles, RowSurvey rows) {
        this.config = config;
        this.roles = roles;
        this.rows = rows;
    }

    static void checkCount(DataConfig config, long count, String verb) {
        if (count < FEWEST_ROWS) {
            throw new InputException(config.path() + " " + verb + " " + (count == 0 ? "no rows" : "1 row")
                    + "; at least " + FEWEST_ROWS + " are needed");
        }
    }

    /**
     * What is known of the table.
     *
     * @throws InputException naming the column, row or cell that is not as it must be
     */
    TableDescription describe(TargetCoding coding) {
        TableColumn target = roles.target();
        target.requireNames("target", rows.target().broken());
        List<String> notes = new ArrayList<>(roles.notes());
        classesMeant().ifPresent(notes::add);
        checkMissing();
        long dropped = rows.rows() - rows.complete();
        if (dropped > 0) {
            notes.add(dropped + " of " + rows.rows()
                    + (dropped == 1 ? " rows is left out, since it misses" : " rows are left out, since they miss")
                    + " values");
        }
        roles.id().ifPresent(column -> column.requireNames("id", rows.brokenId()));
        roles.weight().ifPresent(this::checkWeights);
        if (coding.classes().size() == 1) {
            throw new InputException("target '" + target.name() + "' has one class alone ('"
                    + coding.classes().get(0) + "'), so there is nothing to learn");
        }
        List<String> features = roles.features().stream().map(TableColumn::name).toList();
        notes.addAll(ColumnNotes.of(
                rows.columns(), features, rows.target().kind() == TargetKind.NUMBERS ? target.name() : null));
        return new TableDescription(
                features,
                target.name(),
                coding.classes(),
                coding.classKind(),
                roles.weight().isPresent(),
                roles.id().isPresent(),
                (int) rows.complete(),
                dropped,
                notes);
    }

    private Optional<String> classesMeant() {
        int distinct = rows.target().distinctWholeNumbers();
        boolean isNumber = config.task() == Task.AUTO && rows.target().kind() == TargetKind.NUMBERS;
        if (!isNumber || distinct < 2 || 2L * distinct > rows.rows()) {
            return Optional.empty();
        }
        return Optional.of("target '" + roles.target().name() + "' has " + distinct
                + " distinct whole numbers and is taken as a number; -D data.task=classification makes them classes");
    }

    private void checkMissing() {
        List<TableColumn> lacking = roles.used().stream()
                .filter(column -> column.missingCount() > 0)
                .toList();
        if (!lacking.isEmpty() && config.missing() == MissingRows.FAIL) {
            throw new InputException("missing values: "
                    + lacking.stream()
                            .map(column -> "column '" + column.name() + "' " + column.missingCount() + " (first in "
                                    + column.firstMissing() + ")")
                            .collect(Collectors.joining(", "))
                    + "; data.missing = drop leaves such rows out");
        }
        checkCount(config, rows.complete(), "without rows that miss values has");
    }

    private void checkWeights(TableColumn weight) {
        if (rows.firstNegative() >= 0) {
            throw new InputException("weight '" + weight.name() + "' is " + rows.negativeWeight() + " in "
                    + weight.place(rows.firstNegative()) + "; weights must not be negative");
        }
        if (rows.totalWeight() == 0) {
            throw new InputException("weight '" + weight.name() + "' is 0 in every row");
        }
        if (Double.isInfinite(rows.totalWeight())) {
            throw new InputException("weight '" + weight.name()
                    + "' adds up to more than a number can hold; divide all weights by the same number");
        }
    }
}
