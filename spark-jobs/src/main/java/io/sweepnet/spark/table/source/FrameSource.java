package io.sweepnet.spark.table.source;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.message.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/** Opens DataFrames as tables. Columns whose names differ only by case are different. */
final class FrameSource {

    private FrameSource() {}

    static SourceTable open(Dataset<Row> frame, String given) {
        if (frame.isStreaming()) {
            throw new InputException(given + " is a stream, which has no last row; write it to a table first");
        }
        List<String> names = new ArrayList<>();
        List<CellKind> kinds = new ArrayList<>();
        for (StructField field : frame.schema().fields()) {
            names.add(field.name());
            kinds.add(CellKind.of(field.dataType()));
        }
        check(given, names);
        return new SourceTable(
                given,
                Optional.empty(),
                names,
                kinds,
                FrameRows.ofFrame(frame),
                List.of(new DataFile(new Path(FrameRows.FRAME), given)),
                Optional.empty(),
                NumberText.of('.', List.of()),
                List.of());
    }

    private static void check(String given, List<String> names) {
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty()) {
                throw new InputException(given + ": column " + (i + 1) + " of " + names.size() + " has no name: "
                        + ColumnNames.list(names));
            }
            if (!seen.add(names.get(i))) {
                throw new InputException(
                        given + ": two columns are named '" + names.get(i) + "'; the names must differ");
            }
        }
    }
}
