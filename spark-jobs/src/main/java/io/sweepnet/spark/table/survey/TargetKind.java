package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.SettingKeys;
import io.sweepnet.spark.table.Task;

/** What a target is taken as. */
public enum TargetKind {
    /** Numbers. */
    NUMBERS,
    /** Classes whose names are numbers. */
    NUMERIC_CLASSES,
    /** Classes whose names are texts. */
    TEXT_CLASSES;

    static TargetKind of(SurveyedColumn column, Task task) {
        boolean classes = switch (task) {
            case CLASSIFICATION -> true;
            case REGRESSION -> false;
            case AUTO -> {
                if (column.hasTexts() && column.hasNumbers()) {
                    throw new InputException(
                            "target '" + column.name() + "' holds numbers and text (" + column.firstText()
                                    + "); mend the cell, or set " + SettingKeys.TASK + " = classification");
                }
                yield column.hasTexts();
            }
        };
        if (classes) {
            return !column.hasTexts() && column.hasNumbers() ? NUMERIC_CLASSES : TEXT_CLASSES;
        }
        column.requireNumbers("target");
        return NUMBERS;
    }
}
