package io.sweepnet.spark.table;

import io.sweepnet.data.Dataset;
import io.sweepnet.model.file.ClassKind;
import java.util.List;
import java.util.Optional;

/**
 * A table as it was read.
 *
 * @param dataset its numbers, in reading order
 * @param classKind what the names of its classes stand for, if it has classes
 * @param droppedRows rows left out because a value was missing
 * @param ids the texts of the id column, by a row's position in reading order, if there is one
 * @param notes what the user should know of it, a line each
 */
public record Table(
        Dataset dataset, ClassKind classKind, long droppedRows, Optional<List<String>> ids, List<String> notes) {}
