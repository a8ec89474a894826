package io.sweepnet.spark.table;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import java.util.List;
import java.util.Optional;

/**
 * A table that was read into the driver.
 *
 * <pre>{@code
 * Table wines = PackedTable.open(spark, TableFiles.of("wines.csv"), ColumnRoles.ofTarget("quality")).collect();
 * Dataset dataset = wines.dataset();
 * wines.notes().forEach(System.err::println);
 * }</pre>
 *
 * @param dataset its features, target and weights, in reading order
 * @param classKind what the names of its classes represent, if it has classes
 * @param droppedRows number of rows left out because a value was missing
 * @param ids the texts of the id column, by a row's position in reading order, if there is one
 * @param notes notes for the user, a line each
 */
public record Table(
        Dataset dataset, ClassKind classKind, long droppedRows, Optional<List<String>> ids, List<String> notes) {}
