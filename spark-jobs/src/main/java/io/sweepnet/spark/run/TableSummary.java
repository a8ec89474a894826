package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.rows.DistributedTable;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableDescription;
import java.util.List;

/**
 * The facts about a table that a run needs after reading it. The numbers of the table are only in its parts, so that
 * they are not in memory twice.
 *
 * @param sha256 hash of names and content
 * @param rows number of rows used
 * @param droppedRows number of rows left out because a value was missing
 * @param featureNames names of the features, in column order
 * @param targetName name of the target
 * @param classes names of the classes in order; empty if the target is a number
 * @param classKind the kind of values that the names of the classes represent
 * @param notes notes for the user, one line each
 */
record TableSummary(
        String sha256,
        int rows,
        long droppedRows,
        List<String> featureNames,
        String targetName,
        List<String> classes,
        ClassKind classKind,
        List<String> notes) {

    static TableSummary of(Table table) {
        Dataset dataset = table.dataset();
        return new TableSummary(
                dataset.sha256(),
                dataset.rows(),
                table.droppedRows(),
                dataset.featureNames(),
                dataset.targetNames().get(0),
                dataset.classes(),
                table.classKind(),
                table.notes());
    }

    static TableSummary of(DistributedTable table) {
        TableDescription description = table.description();
        return new TableSummary(
                table.sha256(),
                description.rows(),
                description.droppedRows(),
                description.featureNames(),
                description.targetName(),
                description.classes(),
                description.classKind(),
                description.notes());
    }

    boolean isClassification() {
        return !classes.isEmpty();
    }
}
