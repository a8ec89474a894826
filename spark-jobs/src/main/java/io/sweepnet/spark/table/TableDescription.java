package io.sweepnet.spark.table;

import io.sweepnet.model.file.ClassKind;
import java.io.Serializable;
import java.util.List;

/**
 * The facts about a table whose columns were chosen and whose rows were all read.
 *
 * @param featureNames names of the features, in column order
 * @param targetName name of the target
 * @param classes names of the classes in order; empty where the target is a number
 * @param classKind what the names of the classes represent
 * @param isWeighted whether rows have weights of their own
 * @param hasIds whether rows have ids
 * @param rows number of rows used
 * @param droppedRows number of rows left out because a value was missing
 * @param notes notes for the user, a line each
 */
public record TableDescription(
        List<String> featureNames,
        String targetName,
        List<String> classes,
        ClassKind classKind,
        boolean isWeighted,
        boolean hasIds,
        int rows,
        long droppedRows,
        List<String> notes)
        implements Serializable {

    public TableDescription {
        featureNames = List.copyOf(featureNames);
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }
}
