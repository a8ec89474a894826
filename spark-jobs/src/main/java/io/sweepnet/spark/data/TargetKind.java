package io.sweepnet.spark.data;

import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.InputException;

/** What a target is taken as. */
enum TargetKind {
    /** Numbers. */
    NUMBERS,
    /** Classes whose names are numbers. */
    NUMERIC_CLASSES,
    /** Classes whose names are texts. */
    TEXT_CLASSES;

    static TargetKind of(TableColumn column, DataConfig config) {
        boolean classes = switch (config.task()) {
            case CLASSIFICATION -> true;
            case REGRESSION -> false;
            case AUTO -> {
                if (column.hasTexts() && column.hasNumbers()) {
                    throw new InputException("target '" + column.name() + "' holds numbers and text ("
                            + column.firstText() + "); mend the cell, or set data.task = classification");
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
