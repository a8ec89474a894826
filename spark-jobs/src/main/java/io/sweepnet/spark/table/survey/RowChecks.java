package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.Task;
import io.sweepnet.spark.table.message.SettingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the rows of a table and describes it. */
public final class RowChecks {

    private static final int FEWEST_ROWS = 2;

    private final ColumnRoles asked;
    private final String given;
    private final ChosenColumns chosen;
    private final RowSurvey rows;

    /**
     * Creates the checks of a table.
     *
     * @param asked the requested roles of columns
     * @param given the table's name in messages
     * @param chosen the columns of these roles
     * @param rows what was found in the rows
     */
    public RowChecks(ColumnRoles asked, String given, ChosenColumns chosen, RowSurvey rows) {
        this.asked = asked;
        this.given = given;
        this.chosen = chosen;
        this.rows = rows;
    }

    static void checkCount(String given, long count, String verb) {
        if (count < FEWEST_ROWS) {
            throw new InputException(given + " " + verb + " " + (count == 0 ? "no rows" : "1 row") + "; at least "
                    + FEWEST_ROWS + " are needed");
        }
    }

    /**
     * Checks the rows and returns the description of the table.
     *
     * @throws InputException naming the invalid column, row or cell
     */
    public TableDescription describe(TargetCoding coding) {
        SurveyedColumn target = chosen.target();
        target.requireNames("target", rows.target().broken());
        List<String> notes = new ArrayList<>(chosen.notes());
        classesNote().ifPresent(notes::add);
        checkFormattedNumbers(target);
        checkMissing();
        long dropped = rows.rows() - rows.complete();
        if (dropped > 0) {
            notes.add(dropped + " of " + rows.rows()
                    + (dropped == 1 ? " rows is left out, since it misses" : " rows are left out, since they miss")
                    + " values");
        }
        chosen.id().ifPresent(column -> column.requireNames("id", rows.brokenId()));
        chosen.weight().ifPresent(this::checkWeights);
        if (coding.classes().size() == 1) {
            throw new InputException("target '" + target.name() + "' has one class alone ('"
                    + coding.classes().get(0) + "'), so there is nothing to learn");
        }
        List<String> features =
                chosen.features().stream().map(SurveyedColumn::name).toList();
        notes.addAll(rows.columns().notes(features, rows.target().kind() == TargetKind.NUMBERS ? target.name() : null));
        return new TableDescription(
                features,
                target.name(),
                coding.classes(),
                coding.classKind(),
                chosen.weight().isPresent(),
                chosen.id().isPresent(),
                (int) rows.complete(),
                dropped,
                notes);
    }

    private Optional<String> classesNote() {
        int distinct = rows.target().distinctWholeNumbers();
        boolean isNumber = asked.task() == Task.AUTO && rows.target().kind() == TargetKind.NUMBERS;
        if (!isNumber || distinct < 2 || 2L * distinct > rows.rows()) {
            return Optional.empty();
        }
        return Optional.of("target '" + chosen.target().name() + "' has " + distinct
                + " distinct whole numbers and is taken as a number; -D " + SettingKeys.TASK
                + "=classification makes them classes");
    }

    /** A target of which most texts are numbers in another form was meant as one of numbers, unless the task is set. */
    private void checkFormattedNumbers(SurveyedColumn target) {
        if (asked.task() != Task.AUTO || rows.target().kind() != TargetKind.TEXT_CLASSES) {
            return;
        }
        Set<String> texts = rows.target().texts().keySet();
        List<String> formatted =
                texts.stream().filter(FormattedNumber::is).sorted().toList();
        if (2 * formatted.size() > texts.size()) {
            String cell = target.remedy().isPresent() ? target.firstText() : "'" + formatted.get(0) + "'";
            String remedy = target.remedy()
                    .or(() -> FormattedNumber.remedy(formatted.get(0)))
                    .orElseThrow();
            throw new InputException("target '" + target.name() + "' holds numbers in another form (" + cell + "); "
                    + remedy + ", or set " + SettingKeys.TASK + " = classification to learn them as classes");
        }
    }

    private void checkMissing() {
        List<SurveyedColumn> incomplete = chosen.used().stream()
                .filter(column -> column.missingCount() > 0)
                .toList();
        if (!incomplete.isEmpty() && asked.missing() == MissingPolicy.FAIL) {
            throw new InputException("missing values: "
                    + incomplete.stream()
                            .map(column -> "column '" + column.name() + "' " + column.missingCount() + " (first in "
                                    + column.firstMissing() + ")")
                            .collect(Collectors.joining(", "))
                    + "; " + SettingKeys.MISSING + " = drop leaves such rows out");
        }
        checkCount(given, rows.complete(), "without rows that miss values has");
    }

    private void checkWeights(SurveyedColumn weight) {
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
