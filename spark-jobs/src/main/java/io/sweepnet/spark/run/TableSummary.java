package io.sweepnet.spark.run;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import io.sweepnet.spark.rows.DistributedTable;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableDescription;
import java.util.List;

/**
 * What a run still has to know of the table as it was read, when its numbers live on in the parts alone: they would be
 * held twice.
 *
 * @param sha256 hash of names and content
 * @param rows rows used
 * @param droppedRows rows left out because a value was missing
 * @param featureNames names of the features, in column order
 * @param targetName name of the target
 * @param classes names of the classes in order; empty where the target is a number
 * @param classKind what the names of the classes stand for
 * @param notes what the user should know of it, a line each
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
