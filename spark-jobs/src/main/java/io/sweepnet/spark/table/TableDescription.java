package io.sweepnet.spark.table;

import io.sweepnet.model.file.ClassKind;
import java.io.Serializable;
import java.util.List;

/**
 * What is known of a table once its columns are chosen and all its rows were looked at.
 *
 * @param featureNames names of the features, in column order
 * @param targetName name of the target
 * @param classes names of the classes in order; empty where the target is a number
 * @param classKind what the names of the classes stand for
 * @param isWeighted whether rows have weights of their own
 * @param hasIds whether rows have ids
 * @param rows rows used
 * @param droppedRows rows left out because a value was missing
 * @param notes what the user should know of it, a line each
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
