package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.message.SettingKeys;
import io.sweepnet.spark.table.source.BrokenText;
import io.sweepnet.spark.table.source.CellKind;
import java.util.Optional;

/**
 * Facts about one column of the whole table. Rows are indexed from 0, in reading order.
 *
 * @param name its name
 * @param kind the type of its cells
 * @param index its index among the columns that were read
 * @param survey what was found in its cells
 * @param table finds the location of rows
 */
public record SurveyedColumn(String name, CellKind kind, int index, CellSurvey.Column survey, TableSurvey table) {

    /** Returns whether all cells are missing. */
    boolean isEmpty() {
        return !hasNumbers() && !hasTexts();
    }

    /** Returns whether cells are text or missing, with at least one text. */
    boolean isText() {
        return !hasNumbers() && hasTexts();
    }

    boolean hasNumbers() {
        return survey.numberCount() > 0;
    }

    /** Returns whether there is a cell that is neither a finite number nor missing. */
    boolean hasTexts() {
        return survey.firstText() >= 0;
    }

    long missingCount() {
        return survey.missingCount();
    }

    /** Returns the first text, where there is one, and its location, for messages. */
    String firstText() {
        return "'" + survey.textFound() + "' in " + place(survey.firstText());
    }

    /** Returns what makes the first text a number, if it only needs another form. */
    Optional<String> remedy() {
        return hasTexts() ? FormattedNumber.remedy(survey.textFound()) : Optional.empty();
    }

    /** Returns the location of the first missing cell, where there is one, for messages. */
    String firstMissing() {
        return place(survey.firstMissing());
    }

    /** Returns a row's location, for messages. */
    String place(long row) {
        return table.place(row);
    }

    /**
     * Checks that the texts distinguish rows or classes: several that are not in UTF-8 may be decoded to the same text.
     *
     * @param role the column's role, for the message
     * @param broken the first text that is not in UTF-8
     */
    void requireNames(String role, BrokenText broken) {
        if (broken.isFound()) {
            throw new InputException(role + " '" + name + "' is not in UTF-8 ('" + broken.text() + "' in "
                    + place(broken.row()) + "); convert the file");
        }
    }

    /**
     * Checks that the column holds only numbers and missing values, and at least one number.
     *
     * @param role the column's role, for the message
     */
    void requireNumbers(String role) {
        if (!hasTexts()) {
            if (!hasNumbers()) {
                throw new InputException(role + " '" + name + "' holds no value at all");
            }
            return;
        }
        if (hasNumbers()) {
            throw new InputException(role + " '" + name + "': " + firstText()
                    + " is no finite number; mend the cell, name it in " + SettingKeys.CSV_MISSING
                    + ", or leave the column out of " + SettingKeys.FEATURES);
        }
        throw new InputException(role + " '" + name + "' holds text (" + firstText() + "), numbers are needed");
    }
}
