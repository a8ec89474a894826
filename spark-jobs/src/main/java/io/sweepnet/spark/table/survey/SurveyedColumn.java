package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.SettingKeys;
import io.sweepnet.spark.table.source.BrokenText;
import io.sweepnet.spark.table.source.CellKind;

/**
 * What is known of one column of the whole table. Rows count from 0 here, in reading order.
 *
 * @param name its name
 * @param kind what the file says of its cells
 * @param index where in what was read it is
 * @param survey what its cells are
 * @param table where rows stand
 */
public record SurveyedColumn(String name, CellKind kind, int index, CellSurvey.Column survey, TableSurvey table) {

    /** Whether all cells are missing. */
    boolean isEmpty() {
        return !hasNumbers() && !hasTexts();
    }

    /** Whether cells are text or missing, with at least one text. */
    boolean isText() {
        return !hasNumbers() && hasTexts();
    }

    boolean hasNumbers() {
        return survey.numberCount() > 0;
    }

    /** Whether there is a cell that is neither a finite number nor missing. */
    boolean hasTexts() {
        return survey.firstText() >= 0;
    }

    long missingCount() {
        return survey.missingCount();
    }

    /** The first text, where there is one, and its place, for messages. */
    String firstText() {
        return "'" + survey.textFound() + "' in " + place(survey.firstText());
    }

    /** The place of the first missing cell, where there is one, for messages. */
    String firstMissing() {
        return place(survey.firstMissing());
    }

    /** A row's place, for messages. */
    String place(long row) {
        return table.place(row);
    }

    /**
     * Checks that the texts can tell rows or classes apart: of several that are not in UTF-8, some may look alike.
     *
     * @param role what they serve as, for the message
     * @param broken the first that is not in UTF-8
     */
    void requireNames(String role, BrokenText broken) {
        if (broken.isFound()) {
            throw new InputException(role + " '" + name + "' is not in UTF-8 ('" + broken.text() + "' in "
                    + place(broken.row()) + "); convert the file");
        }
    }

    /**
     * Checks that the column can serve as numbers.
     *
     * @param role what it is to serve as, for the message
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
