package io.sweepnet.spark.table.survey;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.Task;
import io.sweepnet.spark.table.message.SettingKeys;

/** The kind of a target's values. */
enum TargetKind {
    /** Numbers. */
    NUMBERS,
    /** Classes whose names are numbers. */
    NUMERIC_CLASSES,
    /** Classes whose names are texts. */
    TEXT_CLASSES;

    /**
     * Returns the kind of a target.
     *
     * @throws InputException if the column does not fit the task, or holds both numbers and text and no task is set
     */
    static TargetKind of(SurveyedColumn column, Task task) {
        boolean classes = switch (task) {
            case CLASSIFICATION -> true;
            case REGRESSION -> false;
            case AUTO -> {
                if (column.hasTexts() && column.hasNumbers()) {
                    throw new InputException(
                            "target '" + column.name() + "' holds numbers and text (" + column.firstText() + "); "
                                    + column.remedy().orElse("mend the cell") + ", or set " + SettingKeys.TASK
                                    + " = classification");
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
